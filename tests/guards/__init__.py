"""What holds for every test: pytest plugins, switched on in the root conftest."""
