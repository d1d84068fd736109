<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AttachmentTray</name>
    <message numerus="yes">
        <source>Adding %n files…</source>
        <translation>
            <numerusform>Adding %n file…</numerusform>
            <numerusform>Adding %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message numerus="yes">
        <source>%n entries could not be read.</source>
        <translation>
            <numerusform>%n entry could not be read.</numerusform>
            <numerusform>%n entries could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message numerus="yes">
        <source>%n paid requests</source>
        <translation>
            <numerusform>%n paid request</numerusform>
            <numerusform>%n paid requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareChooser</name>
    <message numerus="yes">
        <source>Asks %n models now: %n paid requests.</source>
        <translation>
            <numerusform>Asks %n model now: %n paid request.</numerusform>
            <numerusform>Asks %n models now: %n paid requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message numerus="yes">
        <source>+ %n attached</source>
        <translation>
            <numerusform>+ %n attached</numerusform>
            <numerusform>+ %n attached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiskPane</name>
    <message numerus="yes">
        <source>The files of %n items of the library are gone or were changed by another program.</source>
        <translation>
            <numerusform>The file of %n item of the library is gone or was changed by another program.</numerusform>
            <numerusform>The files of %n items of the library are gone or were changed by another program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files belong to no item but may be paid results: they are taken into the library.</source>
        <translation>
            <numerusform>%n file belongs to no item but may be a paid result: it is taken into the library.</numerusform>
            <numerusform>%n files belong to no item but may be paid results: they are taken into the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, {size}</source>
        <translation>
            <numerusform>%n file, {size}</numerusform>
            <numerusform>%n files, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiskWords</name>
    <message numerus="yes">
        <source>%n files removed, {size} freed.</source>
        <translation>
            <numerusform>%n file removed, {size} freed.</numerusform>
            <numerusform>%n files removed, {size} freed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found files were taken into the library.</source>
        <translation>
            <numerusform>%n found file was taken into the library.</numerusform>
            <numerusform>%n found files were taken into the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are in use and were kept; try again later.</source>
        <translation>
            <numerusform>%n file is in use and was kept; try again later.</numerusform>
            <numerusform>%n files are in use and were kept; try again later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemActions</name>
    <message numerus="yes">
        <source>%n copies saved in {name}.</source>
        <translation>
            <numerusform>%n copy saved in {name}.</numerusform>
            <numerusform>%n copies saved in {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n of {count} copies could be saved in {name}.</source>
        <translation>
            <numerusform>Only %n of {count} copies could be saved in {name}.</numerusform>
            <numerusform>Only %n of {count} copies could be saved in {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemFacts</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineageWords</name>
    <message numerus="yes">
        <source>{amount} for %n results</source>
        <translation>
            <numerusform>{amount} for %n result</numerusform>
            <numerusform>{amount} for %n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n of them is not known.</source>
        <translation>
            <numerusform>The cost of %n of them is not known.</numerusform>
            <numerusform>The cost of %n of them is not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message numerus="yes">
        <source>%n put on “{name}”.</source>
        <translation>
            <numerusform>%n put on “{name}”.</numerusform>
            <numerusform>%n put on “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off “{name}”.</source>
        <translation>
            <numerusform>%n taken off “{name}”.</numerusform>
            <numerusform>%n taken off “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tagged “{name}”.</source>
        <translation>
            <numerusform>%n tagged “{name}”.</numerusform>
            <numerusform>%n tagged “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “{name}” taken from %n.</source>
        <translation>
            <numerusform>Tag “{name}” taken from %n.</numerusform>
            <numerusform>Tag “{name}” taken from %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsSettings</name>
    <message numerus="yes">
        <source>%n model(s).</source>
        <translation>
            <numerusform>%n model.</numerusform>
            <numerusform>%n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyWords</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of unknown cost not counted</source>
        <translation>
            <numerusform>%n call of unknown cost not counted</numerusform>
            <numerusform>%n calls of unknown cost not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n paid call(s)</source>
        <translation>
            <numerusform>%n paid call</numerusform>
            <numerusform>%n paid calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what %n of them cost is not known</source>
        <translation>
            <numerusform>what %n of them cost is not known</numerusform>
            <numerusform>what %n of them cost is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacySettings</name>
    <message numerus="yes">
        <source>%n files are remembered.</source>
        <translation>
            <numerusform>%n file is remembered.</numerusform>
            <numerusform>%n files are remembered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileDesk</name>
    <message numerus="yes">
        <source>The key is removed. %n job(s) under way: what the gateway has already been sent goes on and may be charged; to ask for results, enter the key again.</source>
        <translation>
            <numerusform>The key is removed. %n job under way: what the gateway has already been sent goes on and may be charged; to ask for results, enter the key again.</numerusform>
            <numerusform>The key is removed. %n jobs under way: what the gateway has already been sent goes on and may be charged; to ask for results, enter the key again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message numerus="yes">
        <source>%n are back in the library.</source>
        <translation>
            <numerusform>%n is back in the library.</numerusform>
            <numerusform>%n are back in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsFileDesk</name>
    <message numerus="yes">
        <source>%n setting(s) taken from the file.</source>
        <translation>
            <numerusform>%n setting taken from the file.</numerusform>
            <numerusform>%n settings taken from the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: see the details.</source>
        <translation>
            <numerusform>%n left out: see the details.</numerusform>
            <numerusform>%n left out: see the details.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n section(s) found</source>
        <translation>
            <numerusform>%n section found</numerusform>
            <numerusform>%n sections found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendingChart</name>
    <message numerus="yes">
        <source>Bars for %n day(s) or spans of days. Most: {bar}. Arrow keys go from bar to bar.</source>
        <translation>
            <numerusform>Bars for %n day or spans of days. Most: {bar}. Arrow keys go from bar to bar.</numerusform>
            <numerusform>Bars for %n days or spans of days. Most: {bar}. Arrow keys go from bar to bar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendingPage</name>
    <message numerus="yes">
        <source>%n call(s) written to {name}.</source>
        <translation>
            <numerusform>%n call written to {name}.</numerusform>
            <numerusform>%n calls written to {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>What was spent today, and %n call(s) of unknown cost. Press to see what for.</source>
        <translation>
            <numerusform>What was spent today, and %n call of unknown cost. Press to see what for.</numerusform>
            <numerusform>What was spent today, and %n calls of unknown cost. Press to see what for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message numerus="yes">
        <source>%n files are in the library.</source>
        <translation>
            <numerusform>%n file is in the library.</numerusform>
            <numerusform>%n files are in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n image(s) ready</source>
        <translation>
            <numerusform>%n image ready</numerusform>
            <numerusform>%n images ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPane</name>
    <message numerus="yes">
        <source>%n items, {size}.</source>
        <translation>
            <numerusform>%n item, {size}.</numerusform>
            <numerusform>%n items, {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items and their files ({size}) go for good. They were paid for and cannot be made again exactly.</source>
        <translation>
            <numerusform>%n item and its file ({size}) go for good. It was paid for and cannot be made again exactly.</numerusform>
            <numerusform>%n items and their files ({size}) go for good. They were paid for and cannot be made again exactly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything in the trash, %n items and their files ({size}), goes for good.</source>
        <translation>
            <numerusform>Everything in the trash, %n item and its file ({size}), goes for good.</numerusform>
            <numerusform>Everything in the trash, %n items and their files ({size}), goes for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n picture(s) or video(s) on the way</source>
        <translation>
            <numerusform>%n picture or video on the way</numerusform>
            <numerusform>%n pictures or videos on the way</numerusform>
        </translation>
    </message>
</context>
</TS>
