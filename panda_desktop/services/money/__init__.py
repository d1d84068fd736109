"""Money: the ledger of paid calls, prices, budgets."""
