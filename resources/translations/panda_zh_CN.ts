<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccentChoice</name>
    <message>
        <source>Accent colour</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>AccountSettings</name>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Panda World</source>
        <translation>Panda World</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>网关地址</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>测试并保存</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Ask the gateway for the balance with this key</source>
        <translation>用此密钥向网关查询余额</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>移除密钥</translation>
    </message>
    <message>
        <source>Delete the key from this computer</source>
        <translation>从这台电脑删除密钥</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Answers made on this computer; nothing is charged</source>
        <translation>回答由这台电脑生成，不收费</translation>
    </message>
    <message>
        <source>Where requests are sent.</source>
        <translation>请求发送到这里。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Tries everything without a key. The answers are made on this computer; nothing is charged.</source>
        <translation>无需密钥即可试用全部功能。回答由这台电脑生成，不收费。</translation>
    </message>
    <message>
        <source>The profile in use</source>
        <translation>正在使用的账户配置</translation>
    </message>
    <message>
        <source>No key yet.</source>
        <translation>还没有密钥。</translation>
    </message>
    <message>
        <source>{key} is in this computer&apos;s key store.</source>
        <translation>{key} 保存在这台电脑的密钥库中。</translation>
    </message>
    <message>
        <source>{key} is kept in memory until you quit: there is no safe store here.</source>
        <translation>{key} 只保留在内存中，退出后即消失：这台电脑没有安全的密钥库。</translation>
    </message>
    <message>
        <source>{key} comes from PANDA_API_KEY and serves this run.</source>
        <translation>{key} 来自 PANDA_API_KEY，仅用于本次运行。</translation>
    </message>
    <message>
        <source>The key store of this computer is locked. Unlock it, then test again.</source>
        <translation>这台电脑的密钥库已锁定。请解锁后再测试。</translation>
    </message>
    <message>
        <source>The demo needs no key. Enter one here to leave the demo.</source>
        <translation>演示无需密钥。在此输入密钥即可退出演示。</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>你的密钥</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>This is no clear amount. Write a number such as {example}.</source>
        <translation>金额不明确。请输入类似 {example} 的数字。</translation>
    </message>
</context>
<context>
    <name>AnswerSentences</name>
    <message>
        <source>The gateway had an error of its own. Try again in a moment.</source>
        <translation>网关自身出错。请稍后重试。</translation>
    </message>
    <message>
        <source>The provider of this model failed. Try again, or choose another model.</source>
        <translation>该模型的提供方出错。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>The gateway is overloaded or under maintenance. Try again in a few minutes.</source>
        <translation>网关过载或正在维护。请过几分钟再试。</translation>
    </message>
    <message>
        <source>The gateway waited too long for the model. The work may still be going on, and may be charged: look before you send it again.</source>
        <translation>网关等模型等得太久。任务可能仍在进行，也可能会计费：再次发送前请先查看。</translation>
    </message>
    <message>
        <source>This address sends requests elsewhere, so nothing was sent on. Check the address in the settings.</source>
        <translation>该地址会把请求转到别处，因此没有继续发送。请在设置中检查地址。</translation>
    </message>
    <message>
        <source>The answer could not be understood. It is kept in the details; try again.</source>
        <translation>无法理解该回答。原文保留在详细信息中；请重试。</translation>
    </message>
    <message>
        <source>The model answered nothing. Try again, or choose another model.</source>
        <translation>模型没有给出任何内容。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>The name {host} was not found. Check your internet connection and the address.</source>
        <translation>找不到 {host}。请检查网络连接和地址。</translation>
    </message>
    <message>
        <source>No connection to {host}. Check your internet connection and firewall, then try again.</source>
        <translation>无法连接到 {host}。请检查网络连接和防火墙，然后重试。</translation>
    </message>
    <message>
        <source>The program ended before this was sent, so nothing was charged. Try again.</source>
        <translation>这条内容发送前程序就结束了，因此没有计费。请重试。</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired, or this computer&apos;s clock is wrong. Nothing was sent. Check date and time of this computer first.</source>
        <translation>{host} 的证书已过期，或者本机时钟不准。没有发送任何内容。请先检查本机的日期和时间。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet: this computer&apos;s clock is probably wrong. Nothing was sent. Set date and time, then try again.</source>
        <translation>{host} 的证书尚未生效：很可能是本机时钟不准。没有发送任何内容。请设置好日期和时间，然后重试。</translation>
    </message>
    <message>
        <source>{host} vouches for itself, and nobody else does. Nothing was sent. Check the address; if security software or a proxy reads along, it has to be trusted by this computer.</source>
        <translation>{host} 的证书由它自己签发，没有其他机构担保。没有发送任何内容。请检查地址；如果有安全软件或代理在中间读取，需要先让本机信任它。</translation>
    </message>
    <message>
        <source>This computer does not know who vouches for {host}. Nothing was sent. If your company or security software reads along, its certificate has to be in the system&apos;s store.</source>
        <translation>本机不认识为 {host} 担保的机构。没有发送任何内容。如果公司或安全软件会读取流量，它的证书必须在系统的证书库中。</translation>
    </message>
    <message>
        <source>The certificate is for another name than {host}. Nothing was sent. Check the address; in a public network, sign in first.</source>
        <translation>证书属于别的名称，而不是 {host}。没有发送任何内容。请检查地址；如果在公共网络中，请先登录网络。</translation>
    </message>
    <message>
        <source>{host} speaks no safe protocol (TLS 1.2 or newer). Nothing was sent. Check the address and any proxy.</source>
        <translation>{host} 不支持安全协议（TLS 1.2 或更新）。没有发送任何内容。请检查地址和代理。</translation>
    </message>
    <message>
        <source>The safe connection to {host} was broken off while it was made, so nothing was sent. Check security software, firewall or proxy, then try again.</source>
        <translation>与 {host} 建立安全连接时被中断，因此没有发送任何内容。请检查安全软件、防火墙或代理，然后重试。</translation>
    </message>
    <message>
        <source>The file with trusted certificates cannot be read, so nothing was sent. Choose another one in the network settings, or none.</source>
        <translation>无法读取受信任证书文件，因此没有发送任何内容。请在网络设置中另选一个，或不使用。</translation>
    </message>
    <message>
        <source>The connection to {host} is not safe, so nothing was sent. Check the computer&apos;s date and any security software or proxy.</source>
        <translation>与 {host} 的连接不安全，因此没有发送任何内容。请检查电脑的日期，以及安全软件或代理。</translation>
    </message>
    <message>
        <source>The proxy {host} wants a name and a password. Put them into this computer&apos;s proxy settings, then try again.</source>
        <translation>代理 {host} 需要用户名和密码。请在本机的代理设置中填写，然后重试。</translation>
    </message>
    <message>
        <source>The proxy {host} did not let the request through. Check the proxy settings of this computer.</source>
        <translation>代理 {host} 没有放行请求。请检查本机的代理设置。</translation>
    </message>
    <message>
        <source>The connection was lost while waiting for the answer. Check it, then try again.</source>
        <translation>等待回答时连接中断。请检查网络，然后重试。</translation>
    </message>
    <message>
        <source>Something else than the gateway answered, such as a web page. If this network has a sign-in page, sign in first; else check the address.</source>
        <translation>应答的不是网关，可能是一个网页。如果此网络有登录页面，请先登录；否则请检查地址。</translation>
    </message>
    <message>
        <source>The gateway did not begin to answer in time. Try again, or choose a faster model.</source>
        <translation>网关未能及时开始回答。请重试，或选择更快的模型。</translation>
    </message>
    <message>
        <source>The answer stopped coming. What had arrived is kept; continue it or try again.</source>
        <translation>回答中途停止。已收到的内容已保留；可以继续或重试。</translation>
    </message>
    <message>
        <source>The longest waiting time was reached. Raise it in the settings, or look for the result later.</source>
        <translation>已达到最长等待时间。可在设置中调高，或稍后查看结果。</translation>
    </message>
    <message>
        <source>The answer was cut off. What had arrived is kept; continue it or try again.</source>
        <translation>回答被截断。已收到的内容已保留；可以继续或重试。</translation>
    </message>
    <message>
        <source>The program ended while this answer was coming. What had arrived is kept; continue it or try again.</source>
        <translation>接收此回答时程序已退出。已收到的内容已保留；可以继续或重试。</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Answer of the gateway</source>
        <translation>网关返回的内容</translation>
    </message>
    <message>
        <source>The gateway answered nothing.</source>
        <translation>网关没有返回任何内容。</translation>
    </message>
    <message>
        <source>Status {status}, {count} bytes</source>
        <translation>状态码 {status}，{count} 字节</translation>
    </message>
    <message>
        <source>the beginning is shown, “Copy” takes all</source>
        <translation>只显示开头，“复制”会复制全部内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole answer</source>
        <translation>复制全部返回内容</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide the answer</source>
        <translation>隐藏返回内容</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>theme dark light night mode</source>
        <translation>主题 深色 浅色 夜间模式</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>For what is chosen, and for the main button of a page.</source>
        <translation>用于选中的内容和页面的主按钮。</translation>
    </message>
    <message>
        <source>theme highlight</source>
        <translation>主题 高亮</translation>
    </message>
    <message>
        <source>Also by Ctrl and +, − or 0.</source>
        <translation>也可使用 Ctrl 加 +、− 或 0。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>zoom font scale larger smaller</source>
        <translation>缩放 字体 字号 放大 缩小</translation>
    </message>
    <message>
        <source>Compact shows more at once, with less air between things.</source>
        <translation>紧凑模式减少留白，一次显示更多内容。</translation>
    </message>
    <message>
        <source>spacing padding</source>
        <translation>间距 边距</translation>
    </message>
    <message>
        <source>Reduced keeps spinners and the like still.</source>
        <translation>减少动画后，加载指示等保持静止。</translation>
    </message>
    <message>
        <source>animation accessibility</source>
        <translation>动画 无障碍</translation>
    </message>
    <message>
        <source>Also for numbers and dates.</source>
        <translation>同时用于数字和日期。</translation>
    </message>
</context>
<context>
    <name>AttachWords</name>
    <message>
        <source>Not attached: {names}. {reason}</source>
        <translation>未添加：{names}。{reason}</translation>
    </message>
    <message>
        <source>A message takes at most {limit} files, and that many are here already. Take some out first, or send the others with the next message.</source>
        <translation>一条消息最多添加 {limit} 个文件，现在已经满了。请先移除一些，或把其余的放到下一条消息。</translation>
    </message>
    <message>
        <source>A message takes at most {limit} files: of {count} only the first {taken} were taken. Send the others with the next message.</source>
        <translation>一条消息最多添加 {limit} 个文件：{count} 个中只取了前 {taken} 个。其余的请放到下一条消息。</translation>
    </message>
    <message>
        <source>A folder cannot be attached. Choose the files in it instead.</source>
        <translation>不能添加文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>Pipes and devices may never end. Choose an ordinary file.</source>
        <translation>管道和设备可能永远读不完。请选择普通文件。</translation>
    </message>
    <message>
        <source>The link leads back to itself. Choose the file it was meant for.</source>
        <translation>这个链接指回它自己。请选择它本应指向的文件。</translation>
    </message>
    <message>
        <source>A shortcut holds only an address. Choose the file it leads to.</source>
        <translation>快捷方式里只有一个地址。请选择它指向的文件。</translation>
    </message>
    <message>
        <source>It is no longer there. Choose it where it is now.</source>
        <translation>文件已不在那里。请到它现在的位置选择。</translation>
    </message>
    <message>
        <source>This program is not allowed to read it, or the disk failed. Copy it into a folder of your own, then attach the copy.</source>
        <translation>程序无权读取它，或者磁盘出错。请把它复制到自己的文件夹，再添加副本。</translation>
    </message>
    <message>
        <source>There is nothing in it. Choose another file.</source>
        <translation>文件是空的。请选择别的文件。</translation>
    </message>
    <message>
        <source>Files of more than {limit} are not read. Attach a smaller picture, or only the part that matters.</source>
        <translation>超过 {limit} 的文件不会读取。请添加较小的图片，或只添加需要的部分。</translation>
    </message>
    <message>
        <source>A text file may have up to {limit}. Attach only the part that matters.</source>
        <translation>文本文件最大 {limit}。请只添加需要的部分。</translation>
    </message>
    <message>
        <source>It has too many pixels: an ordinary JPEG may have up to 200 million, any other picture about 40 million. Save it smaller, then attach that.</source>
        <translation>像素太多：普通 JPEG 最多 2 亿像素，其他图片最多约 4000 万像素。请先另存为较小的图片，再添加。</translation>
    </message>
    <message>
        <source>The picture is damaged. Open it in another program, save it anew, then attach that.</source>
        <translation>图片已损坏。请用其他程序打开并重新保存，再添加。</translation>
    </message>
    <message>
        <source>Pictures of this kind cannot be read. Save it as PNG or JPEG, then attach that.</source>
        <translation>无法读取这种图片。请另存为 PNG 或 JPEG 后再添加。</translation>
    </message>
    <message>
        <source>Documents such as PDF or Word cannot be sent. Copy the text that matters and paste it here.</source>
        <translation>不能发送 PDF 或 Word 等文档。请复制需要的文字粘贴到这里。</translation>
    </message>
    <message>
        <source>It is neither a picture (PNG, JPEG, WebP, GIF) nor text. Export it as one of these, then attach that.</source>
        <translation>它既不是图片（PNG、JPEG、WebP、GIF），也不是文本。请导出为其中一种再添加。</translation>
    </message>
    <message>
        <source>It could not be prepared. Try it again, or attach it in another form.</source>
        <translation>无法处理这个文件。请再试一次，或换一种形式添加。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 以及另外 {count} 个</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
</context>
<context>
    <name>AttachedPanel</name>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>{model} cannot see pictures. Choose another model, or take them out.</source>
        <translation>{model} 看不了图片。请选择其他模型，或移除图片。</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Attached: {name}</source>
        <translation>已添加：{name}</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Put it into the message</source>
        <translation>放入消息</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The text could not be read. Take it out and attach it anew.</source>
        <translation>无法读取文本。请移除后重新添加。</translation>
    </message>
    <message>
        <source>The text has too many lines for the message. It stays a file.</source>
        <translation>文本行数太多，放不进消息。它仍作为文件添加。</translation>
    </message>
    <message>
        <source>What was copied is neither text nor a picture that can be read. Copy it as plain text, or save it as a file and attach that.</source>
        <translation>复制的内容既不是文本，也不是能读取的图片。请复制为纯文本，或保存为文件后添加。</translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>Delete takes it out, Enter shows what can be done with it.</source>
        <translation>按 Delete 移除，按 Enter 查看可用操作。</translation>
    </message>
    <message>
        <source>Delete takes it out, Enter shows it large.</source>
        <translation>按 Delete 移除，按 Enter 放大查看。</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>{size}, sent in part</source>
        <translation>{size}，只发送一部分</translation>
    </message>
    <message>
        <source>Picture {name}, {about}</source>
        <translation>图片 {name}，{about}</translation>
    </message>
    <message>
        <source>Text {name}, {about}</source>
        <translation>文本 {name}，{about}</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message numerus="yes">
        <source>Adding %n files…</source>
        <translation>
            <numerusform>正在添加 %n 个文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding a file…</source>
        <translation>正在添加文件…</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>已添加的文件</translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation>正在添加文件</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>What was asked for is not known any more</source>
        <translation>当时的要求已无从得知</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Panda Desktop is still running</source>
        <translation>Panda Desktop 仍在运行</translation>
    </message>
    <message>
        <source>It is in the tray. Its menu opens the window again, or quits.</source>
        <translation>程序在托盘中。可通过托盘菜单重新打开窗口或退出。</translation>
    </message>
</context>
<context>
    <name>BackupSettings</name>
    <message>
        <source>A backup each day</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>Make a backup by itself each day</source>
        <translation>每天自动备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>There is no backup yet. The first one is made while you use the program.</source>
        <translation>还没有备份。使用程序时会自动创建第一个备份。</translation>
    </message>
    <message>
        <source>The backup is made.</source>
        <translation>备份已完成。</translation>
    </message>
    <message>
        <source>At the next start the backup of {when} is used.</source>
        <translation>下次启动时将恢复备份：{when}。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>恢复备份：{when}</translation>
    </message>
    <message>
        <source>Go back to this backup</source>
        <translation>恢复到此备份</translation>
    </message>
    <message>
        <source>At the next start everything is as it was {when}. What is here now is kept in the folder “set-aside”; pictures and videos stay where they are.</source>
        <translation>下次启动时，一切将恢复到此备份时的状态（{when}）。现有内容会保存在“set-aside”文件夹中；图片和视频保持不变。</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>下次启动时恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The last three days and the last two weeks are kept, on this computer.</source>
        <translation>最近三天和最近两周的备份保留在这台电脑上。</translation>
    </message>
    <message>
        <source>Chats, settings and the list of what was paid. The key is never in it.</source>
        <translation>包含对话、设置和付费记录，绝不包含密钥。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>现有备份</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>made by you</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>made before an update</source>
        <translation>更新前备份</translation>
    </message>
    <message>
        <source>{size}, {reason}</source>
        <translation>{size}，{reason}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>This computer has no safe store: the key stays in memory until you quit.</source>
        <translation>这台电脑没有安全的密钥库：密钥只保留在内存中，退出后即消失。</translation>
    </message>
    <message>
        <source>Your key is in the key store of this computer, which is locked. Unlock it.</source>
        <translation>你的密钥在这台电脑的密钥库中，但密钥库已锁定。请解锁。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter the key again</source>
        <translation>重新输入密钥</translation>
    </message>
    <message>
        <source>The key comes from PANDA_API_KEY. It serves this run and is stored nowhere.</source>
        <translation>密钥来自 PANDA_API_KEY，仅用于本次运行，不会保存。</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>The data folder cannot be written, so everything can be read and nothing is sent. What you change now is not kept. Give yourself the right to write there, then start again.</source>
        <translation>数据文件夹无法写入，因此只能查看，不会发送任何内容。现在所做的更改不会保留。请为自己授予该文件夹的写入权限，然后重新启动。</translation>
    </message>
    <message>
        <source>The backup is in use now. What was here before is kept in the folder “set-aside”.</source>
        <translation>已开始使用该备份。之前的内容保存在“set-aside”文件夹中。</translation>
    </message>
    <message>
        <source>Taken over: {chats} chats with {messages} messages, {items} pictures and videos.</source>
        <translation>已恢复：{chats} 个对话（共 {messages} 条消息），{items} 个图片和视频。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries could not be read.</source>
        <translation>
            <numerusform>%n 条记录无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept in the folder “set-aside”.</source>
        <translation>损坏的文件保存在“set-aside”文件夹中。</translation>
    </message>
    <message>
        <source>The file with the last changes was damaged or from elsewhere, so the last messages may be missing. It is kept in the folder “set-aside”.</source>
        <translation>保存最近更改的文件已损坏或来自别处，因此可能缺少最后几条消息。该文件保存在“set-aside”文件夹中。</translation>
    </message>
    <message>
        <source>Panda did not end well last time. Your chats are saved. There is a report that you can read.</source>
        <translation>Panda 上次异常退出。你的对话已保存。有一份报告可供查看。</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除报告</translation>
    </message>
</context>
<context>
    <name>BlockedWindow</name>
    <message>
        <source>Panda Desktop</source>
        <translation>Panda Desktop</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>恢复备份：{when}</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>其他备份…</translation>
    </message>
    <message>
        <source>Reads what can still be read. The damaged file is kept.</source>
        <translation>读取仍可读取的内容。损坏的文件会保留。</translation>
    </message>
    <message>
        <source>Take over what can be read</source>
        <translation>恢复可读取的内容</translation>
    </message>
    <message>
        <source>One moment: your data is being put in order…</source>
        <translation>请稍候：正在整理你的数据…</translation>
    </message>
    <message>
        <source>That did not help; nothing was changed. Try another way.</source>
        <translation>未能解决问题；没有更改任何内容。请尝试其他方法。</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The saved data is damaged. It is kept as it is. A backup brings back everything up to that time; reading what can be read may bring back newer messages, too.</source>
        <translation>保存的数据已损坏，现按原样保留。备份可恢复到备份时的全部内容；读取仍可读取的内容，还可能找回更新的消息。</translation>
    </message>
    <message>
        <source>The saved data is damaged, and there is no sound backup. What can still be read can be taken over; the damaged file is kept as it is.</source>
        <translation>保存的数据已损坏，且没有完好的备份。仍可读取的内容可以恢复；损坏的文件按原样保留。</translation>
    </message>
    <message>
        <source>{when} ({about})</source>
        <translation>{when}（{about}）</translation>
    </message>
    <message>
        <source>Panda Desktop cannot start</source>
        <translation>Panda Desktop 无法启动</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>BoardNamePanel</name>
    <message>
        <source>Rename the board</source>
        <translation>重命名画板</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建画板</translation>
    </message>
    <message>
        <source>Name of the board</source>
        <translation>画板名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
</context>
<context>
    <name>BreakingLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>BudgetRow</name>
    <message>
        <source>Budget for</source>
        <translation>预算范围</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Each chat</source>
        <translation>每个对话</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>账户配置</translation>
    </message>
    <message>
        <source>“Send anyway” is offered</source>
        <translation>提供“仍然发送”</translation>
    </message>
    <message>
        <source>Whether you may go over this budget for one request</source>
        <translation>是否允许单次请求超出此预算</translation>
    </message>
    <message>
        <source>Remove this budget</source>
        <translation>移除此预算</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>所有账户配置</translation>
    </message>
    <message>
        <source>I may send anyway</source>
        <translation>允许仍然发送</translation>
    </message>
</context>
<context>
    <name>BudgetSentences</name>
    <message>
        <source>Raise the limit, or wait.</source>
        <translation>请提高上限，或稍后再试。</translation>
    </message>
    <message>
        <source>Of {limit} {used} are used up, and this would cost about {cost}.</source>
        <translation>上限 {limit}，已用 {used}，这次预计约需 {cost}。</translation>
    </message>
    <message>
        <source>Of {limit} {used} are used up.</source>
        <translation>上限 {limit}，已用 {used}。</translation>
    </message>
    <message>
        <source>Nothing was sent: it would go over your budget for the day.</source>
        <translation>没有发送任何内容：会超出你的每日预算。</translation>
    </message>
    <message>
        <source>Nothing was sent: it would go over your budget for the month.</source>
        <translation>没有发送任何内容：会超出你的每月预算。</translation>
    </message>
    <message>
        <source>Nothing was sent: it would go over your budget for one chat.</source>
        <translation>没有发送任何内容：会超出你的单个对话预算。</translation>
    </message>
    <message>
        <source>Nothing was sent: it would go over one of your budgets.</source>
        <translation>没有发送任何内容：会超出你的某项预算。</translation>
    </message>
</context>
<context>
    <name>BudgetsPanel</name>
    <message>
        <source>Add a budget</source>
        <translation>添加预算</translation>
    </message>
    <message>
        <source>Add a limit to what is spent</source>
        <translation>添加支出上限</translation>
    </message>
    <message>
        <source>Warn when the balance falls below</source>
        <translation>余额低于此金额时提醒</translation>
    </message>
    <message>
        <source>A request that would go over a budget is not sent. What is running counts with its expected cost; a request of unknown cost is sent while anything is left.</source>
        <translation>会超出预算的请求不会发送。进行中的请求按预计费用计入；费用未知的请求，只要预算还有剩余就会发送。</translation>
    </message>
    <message>
        <source>There is no budget yet: nothing is held back.</source>
        <translation>还没有预算：不会拦截任何请求。</translation>
    </message>
</context>
<context>
    <name>CardColumn</name>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>CardPoster</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>ChargeWords</name>
    <message>
        <source>Nothing is charged in the demo.</source>
        <translation>演示不收费。</translation>
    </message>
    <message>
        <source>It may have been charged.</source>
        <translation>可能已收费。</translation>
    </message>
    <message>
        <source>Your balance has not changed since it was sent.</source>
        <translation>发送后余额没有变化。</translation>
    </message>
    <message>
        <source>Your balance fell by {amount} since it was sent, other requests included.</source>
        <translation>发送后余额减少了 {amount}，其中包含其他请求。</translation>
    </message>
    <message>
        <source>Your balance fell by {amount} since it was sent.</source>
        <translation>发送后余额减少了 {amount}。</translation>
    </message>
    <message>
        <source>Balance before: {before}, after: {after}.</source>
        <translation>之前余额：{before}，之后：{after}。</translation>
    </message>
    <message>
        <source>Balance before: {before}, now: {now}.</source>
        <translation>之前余额：{before}，现在：{now}。</translation>
    </message>
    <message>
        <source>{amount} with others</source>
        <translation>{amount}（含其他请求）</translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message>
        <source>Write a message</source>
        <translation>写消息</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Show the chats</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最后一条回答</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新生成回答</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>对比模型</translation>
    </message>
    <message>
        <source>Rename the chat</source>
        <translation>重命名对话</translation>
    </message>
    <message>
        <source>Pin or unpin the chat</source>
        <translation>置顶或取消置顶对话</translation>
    </message>
    <message>
        <source>Go on in a copy</source>
        <translation>创建分支对话</translation>
    </message>
    <message>
        <source>Move the chat to the trash</source>
        <translation>将对话移到回收站</translation>
    </message>
    <message>
        <source>Archive the chat</source>
        <translation>归档对话</translation>
    </message>
    <message>
        <source>Move the chat to a folder</source>
        <translation>将对话移到文件夹</translation>
    </message>
    <message>
        <source>Tags of the chat</source>
        <translation>对话的标签</translation>
    </message>
    <message>
        <source>New temporary chat</source>
        <translation>新临时对话</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>显示归档</translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>显示回收站</translation>
    </message>
    <message>
        <source>Undo deleting or archiving</source>
        <translation>撤销删除或归档</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>ChatMenus</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>立即删除</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Put back into the list</source>
        <translation>移回列表</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>不放入文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>新建标签…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>删除文件夹，保留其中的对话</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Width of the list of chats</source>
        <translation>对话列表的宽度</translation>
    </message>
    <message>
        <source>This chat is in the trash. Restore it first. Your text stays here.</source>
        <translation>此对话在回收站中。请先恢复它。你的文字会留在这里。</translation>
    </message>
</context>
<context>
    <name>ChatPictures</name>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The picture is in the library.</source>
        <translation>图片已放入作品库。</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>发送键</translation>
    </message>
    <message>
        <source>Automatic titles</source>
        <translation>自动标题</translation>
    </message>
    <message>
        <source>Let a model name new chats</source>
        <translation>由模型为新对话命名</translation>
    </message>
    <message>
        <source>After the first answer a cheap model names the chat. This is one more small request for each new chat, and is charged.</source>
        <translation>第一条回答之后，由便宜的模型为对话命名。每个新对话会多一次小请求，并会计费。</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line.</source>
        <translation>Shift+Enter 换行。</translation>
    </message>
    <message>
        <source>Enter begins a new line.</source>
        <translation>Enter 换行。</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>“{title}” was moved to the trash.</source>
        <translation>“{title}”已移到回收站。</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>All keys</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>No key for these words. Every command is found by its name.</source>
        <translation>没有匹配的快捷键。所有命令都可按名称查找。</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Escape）</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Up and Down go through it, Enter takes one.</source>
        <translation>用上下键浏览，按 Enter 选定。</translation>
    </message>
</context>
<context>
    <name>ChoicePopover</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search, or type any name</source>
        <translation>搜索，或输入任意名称</translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <translation>使用“{name}”</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Boards…</source>
        <translation>画板…</translation>
    </message>
    <message>
        <source>Take off “{name}”</source>
        <translation>从“{name}”中移除</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>来龙去脉</translation>
    </message>
</context>
<context>
    <name>ColumnView</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>用这条</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Answer {place} of {count}: {model}</source>
        <translation>第 {place} 条回答，共 {count} 条：{model}</translation>
    </message>
    <message>
        <source>Stop {model}</source>
        <translation>停止 {model}</translation>
    </message>
    <message>
        <source>Go on from the answer of {model}</source>
        <translation>从 {model} 的回答继续</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Used last</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>What do you want to do, or open?</source>
        <translation>想做什么，或打开什么？</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>输出中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>answered by {model}</source>
        <translation>由 {model} 回答</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} token</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 token</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>first after {seconds} s</source>
        <translation>首字 {seconds} 秒</translation>
    </message>
    <message>
        <source>{cost} with the others</source>
        <translation>合计 {cost}</translation>
    </message>
    <message>
        <source>≈ {cost} by its price</source>
        <translation>按其价格约 {cost}</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>最便宜</translation>
    </message>
    <message>
        <source>Cheapest by price</source>
        <translation>按价格最便宜</translation>
    </message>
    <message>
        <source>Fewest tokens</source>
        <translation>token 最少</translation>
    </message>
    <message>
        <source>Each message asks {count} models: {count} paid requests.</source>
        <translation>每条消息会问 {count} 个模型：{count} 次付费请求。</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Compare other models</source>
        <translation>对比其他模型</translation>
    </message>
    <message>
        <source>Compare no longer (Escape)</source>
        <translation>不再对比（Escape）</translation>
    </message>
    <message>
        <source>Comparing: {models}</source>
        <translation>正在对比：{models}</translation>
    </message>
    <message numerus="yes">
        <source>%n paid requests</source>
        <translation>
            <numerusform>%n 次付费请求</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareChooser</name>
    <message>
        <source>Typed</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>要对比的模型</translation>
    </message>
    <message>
        <source>Compare with other models</source>
        <translation>与其他模型对比</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>对比模型</translation>
    </message>
    <message>
        <source>Cheapest, best and fastest route</source>
        <translation>最省、最好、最快三条路由</translation>
    </message>
    <message>
        <source>Compare auto:cost, auto:quality and auto:speed</source>
        <translation>对比 auto:cost、auto:quality 和 auto:speed</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare the chosen models (Ctrl+Enter)</source>
        <translation>对比所选模型（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Chosen: {models}</source>
        <translation>已选：{models}</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Choose two to four models.</source>
        <translation>请选择两到四个模型。</translation>
    </message>
    <message numerus="yes">
        <source>Asks %n models now: %n paid requests.</source>
        <translation>
            <numerusform>现在会问 %n 个模型：%n 次付费请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>{cost} Four is the most.</source>
        <translation>{cost}最多四个。</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Stop all answers (Escape)</source>
        <translation>停止所有回答（Escape）</translation>
    </message>
    <message>
        <source>Back to the chat (Escape)</source>
        <translation>返回对话（Escape）</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers side by side</source>
        <translation>并排的回答</translation>
    </message>
    <message numerus="yes">
        <source>+ %n attached</source>
        <translation>
            <numerusform>+ %n 个附件</numerusform>
        </translation>
    </message>
    <message>
        <source>All answers have ended.</source>
        <translation>所有回答都已结束。</translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation>两张图片</translation>
    </message>
    <message>
        <source>Left and Right move the border between them, X exchanges them, Escape leaves it.</source>
        <translation>左右键移动两张图之间的分界，X 交换两张图，Escape 离开。</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Wait for the answers to end, or stop them. Your text stays here.</source>
        <translation>请等回答结束，或先停止。你的文字保留在这里。</translation>
    </message>
    <message>
        <source>Press “Use this one” under an answer first. Your text stays here.</source>
        <translation>请先在某条回答下按“用这条”。你的文字保留在这里。</translation>
    </message>
    <message>
        <source>Wait until the files are added. Your text stays here.</source>
        <translation>请等文件添加完。你的文字保留在这里。</translation>
    </message>
    <message>
        <source>The answer was copied.</source>
        <translation>回答已复制。</translation>
    </message>
    <message>
        <source>Go back to the chat first (Escape).</source>
        <translation>请先返回对话（Escape）。</translation>
    </message>
    <message>
        <source>The chat goes on from this answer, with {model}.</source>
        <translation>对话从这条回答继续，使用 {model}。</translation>
    </message>
    <message>
        <source>Wait for the answer to end, or stop it first.</source>
        <translation>请等回答结束，或先停止。</translation>
    </message>
    <message>
        <source>This chat is in the trash. Restore it first.</source>
        <translation>这个对话在回收站中。请先恢复。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Swap the pictures (X)</source>
        <translation>交换图片（X）</translation>
    </message>
    <message>
        <source>Compare with the picture before (Up)</source>
        <translation>与上一张图片对比（Up）</translation>
    </message>
    <message>
        <source>Compare with the next picture (Down)</source>
        <translation>与下一张图片对比（Down）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Comparison of two pictures</source>
        <translation>两张图片的对比</translation>
    </message>
    <message>
        <source>Line between the pictures (Left and Right)</source>
        <translation>图片之间的分隔线（Left 和 Right）</translation>
    </message>
    <message>
        <source>Left: {left}. Right: {right}</source>
        <translation>左：{left}。右：{right}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>有什么想问的？</translation>
    </message>
    <message>
        <source>Attach pictures and text files; recent ones by right click or Menu key (Ctrl+Shift+A)</source>
        <translation>添加图片和文本文件；右键或菜单键可选择最近的文件（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Editing: the answer is asked for anew.</source>
        <translation>正在编辑：发送后将重新生成回答。</translation>
    </message>
    <message>
        <source>Edited message</source>
        <translation>编辑中的消息</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the answer (Escape)</source>
        <translation>停止回答（Escape）</translation>
    </message>
    <message>
        <source>Put it behind the messages that wait ({key})</source>
        <translation>排到等待的消息之后（{key}）</translation>
    </message>
    <message>
        <source>Send ({key})</source>
        <translation>发送（{key}）</translation>
    </message>
    <message>
        <source>Send it when the answer has ended ({key})</source>
        <translation>回答结束后发送（{key}）</translation>
    </message>
    <message>
        <source>≈ 1 token</source>
        <translation>≈ 1 token</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a new line</source>
        <translation>Ctrl+Enter 发送，Enter 换行</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>≈ {count} token</translation>
    </message>
    <message>
        <source>Prompts, also by typing / (Ctrl+/)</source>
        <translation>提示词，也可输入 / 打开 (Ctrl+/)</translation>
    </message>
    <message>
        <source>Escape stops the answer</source>
        <translation>按 Escape 停止回答</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Enter 发送，Shift+Enter 换行</translation>
    </message>
</context>
<context>
    <name>Composing</name>
    <message>
        <source>It is sent as soon as the files are added.</source>
        <translation>文件添加完就会发送。</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Ask for the balance and see how far it comes; this costs nothing</source>
        <translation>查询余额，看看连接到哪一步；不收费</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>正在测试连接</translation>
    </message>
    <message>
        <source>The proxy looks up the name {host}</source>
        <translation>由代理解析域名 {host}</translation>
    </message>
    <message>
        <source>Connected to {host}</source>
        <translation>已连接到 {host}</translation>
    </message>
    <message>
        <source>Connected through the proxy {proxy}</source>
        <translation>已通过代理 {proxy} 连接</translation>
    </message>
    <message>
        <source>The gateway answered without a balance</source>
        <translation>网关已响应，但没有返回余额</translation>
    </message>
    <message>
        <source>Balance: {amount}</source>
        <translation>余额：{amount}</translation>
    </message>
    <message>
        <source>Name found: {host}</source>
        <translation>已解析域名：{host}</translation>
    </message>
    <message>
        <source>The connection is encrypted and the certificate is good</source>
        <translation>连接已加密，证书有效</translation>
    </message>
    <message>
        <source>The key is accepted</source>
        <translation>密钥有效</translation>
    </message>
    <message>
        <source>Name: not looked up</source>
        <translation>域名：未解析</translation>
    </message>
    <message>
        <source>Connection: not tried</source>
        <translation>连接：未尝试</translation>
    </message>
    <message>
        <source>Encryption: not reached</source>
        <translation>加密：未检查</translation>
    </message>
    <message>
        <source>Key: not reached</source>
        <translation>密钥：未检查</translation>
    </message>
    <message>
        <source>Balance: not reached</source>
        <translation>余额：未检查</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Play (Space)</source>
        <translation>播放（Space）</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>上一帧（,）</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>下一帧（.）</translation>
    </message>
    <message>
        <source>Loop (L)</source>
        <translation>循环播放（L）</translation>
    </message>
    <message>
        <source>Mute (M)</source>
        <translation>静音（M）</translation>
    </message>
    <message>
        <source>Put this frame into the library (G)</source>
        <translation>将此帧存入作品库（G）</translation>
    </message>
    <message>
        <source>Make the next clip from this frame (N)</source>
        <translation>从此帧制作下一个片段（N）</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>下一个片段</translation>
    </message>
    <message>
        <source>Save as… (S)</source>
        <translation>另存为…（S）</translation>
    </message>
    <message>
        <source>Grab frame</source>
        <translation>截取此帧</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>More about this video</source>
        <translation>此视频的更多操作</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>全屏（F）</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（Space）</translation>
    </message>
    <message>
        <source>Speed: {rate}</source>
        <translation>播放速度：{rate}</translation>
    </message>
    <message>
        <source>Speed: {rate} (&lt; slower, &gt; faster)</source>
        <translation>播放速度：{rate}（&lt; 减慢，&gt; 加快）</translation>
    </message>
    <message>
        <source>Grabbed</source>
        <translation>已截取</translation>
    </message>
    <message>
        <source>Leave full screen (F or Escape)</source>
        <translation>退出全屏（F 或 Escape）</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Put this frame into the library</source>
        <translation>将此帧存入作品库</translation>
    </message>
    <message>
        <source>Make the next clip from this frame</source>
        <translation>从此帧制作下一个片段</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>Open with the system player</source>
        <translation>用系统播放器打开</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>调高音量</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>调低音量</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume (↑ and ↓)</source>
        <translation>音量（↑ 和 ↓）</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>此视频没有声音</translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation>取消静音（M）</translation>
    </message>
</context>
<context>
    <name>CountChoice</name>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Number of images, 1 to 10</source>
        <translation>图片数量，1 到 10</translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>Report about the last run</source>
        <translation>上次运行的报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Panda did not end well last time</source>
        <translation>Panda 上次异常退出</translation>
    </message>
    <message>
        <source>Your chats are saved. This report says where the program was. It holds no key and no words of your chats, and nobody has seen it: read it, then share it if you want to help.</source>
        <translation>你的对话已保存。这份报告记录了程序当时运行到哪里，不含密钥和对话文字，也没有任何人看过。请先阅读，如果愿意协助改进再分享。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another folder.</source>
        <translation>无法保存到该位置。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>DataSettings</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Chats, pictures and videos are kept here. The key is not.</source>
        <translation>对话、图片和视频保存在这里。密钥不在其中。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>What takes room</source>
        <translation>查看占用</translation>
    </message>
    <message>
        <source>Show what takes room in the data folder, and clean up</source>
        <translation>查看数据文件夹中占用空间的内容，并进行清理</translation>
    </message>
    <message>
        <source>A clean-up names what goes, and why, before it does.</source>
        <translation>清理之前会列出要删除的内容和原因。</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Write all chats to files</source>
        <translation>将所有对话写入文件</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>导入对话…</translation>
    </message>
    <message>
        <source>Add chats from an exported file</source>
        <translation>从导出的文件添加对话</translation>
    </message>
    <message>
        <source>As Markdown, HTML, PDF or JSON. Exports of ChatGPT and Claude can be imported too.</source>
        <translation>可导出为 Markdown、HTML、PDF 或 JSON。也可以导入 ChatGPT 和 Claude 的导出文件。</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{size} used, {free} free</source>
        <translation>已用 {size}，可用 {free}</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>DeedRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>What the other side said</source>
        <translation>对方返回的内容</translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Save evidence…</source>
        <translation>保存凭据…</translation>
    </message>
    <message>
        <source>Play (Enter)</source>
        <translation>播放（Enter）</translation>
    </message>
    <message>
        <source>Save a copy somewhere else</source>
        <translation>在别处保存一份副本</translation>
    </message>
    <message>
        <source>Stop waiting for this video; the render may still be charged</source>
        <translation>不再等待此视频；生成可能仍会收费</translation>
    </message>
    <message>
        <source>Ask the gateway again; this is not charged</source>
        <translation>再次向网关查询；查询不收费</translation>
    </message>
    <message>
        <source>Make a new request of the same words; it is charged by itself, the first one perhaps too</source>
        <translation>用相同的内容发出新请求；新请求单独收费，前一次也可能收费</translation>
    </message>
    <message>
        <source>Put prompt, first frame and model into the form</source>
        <translation>将提示词、首帧和模型填入表单</translation>
    </message>
    <message>
        <source>Copy times, numbers and balance, to ask for the money back</source>
        <translation>复制时间、编号和余额，用于申请退款</translation>
    </message>
    <message>
        <source>Save request, answer, times and balances as one file, without your key</source>
        <translation>把请求、回答、时间和余额存为一个文件，不含密钥</translation>
    </message>
    <message>
        <source>Take this out of the list (Delete)</source>
        <translation>从列表中移除（Delete）</translation>
    </message>
    <message>
        <source>Move the video to the trash (Delete)</source>
        <translation>将视频移到回收站（Delete）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Open with the system player</source>
        <translation>用系统播放器打开</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Look for the result</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>Send again (may be charged again)</source>
        <translation>重新发送（可能再次收费）</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <translation>修改后重试</translation>
    </message>
    <message>
        <source>Use the prompt again</source>
        <translation>再次使用此提示词</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>查看返回内容</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Copy the facts for a refund</source>
        <translation>复制退款所需信息</translation>
    </message>
    <message>
        <source>Save evidence for a refund…</source>
        <translation>保存退款凭据…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>There are no older messages to leave out. Shorten your text or its files.</source>
        <translation>没有可以省略的较早消息。请缩短文字或文件。</translation>
    </message>
    <message>
        <source>There is no answer to copy yet.</source>
        <translation>还没有可复制的回答。</translation>
    </message>
    <message>
        <source>The last answer was copied.</source>
        <translation>已复制最后一条回答。</translation>
    </message>
    <message>
        <source>Wait for the answer to end, or stop it first.</source>
        <translation>请等回答结束，或先停止回答。</translation>
    </message>
    <message>
        <source>This chat is in the trash. Restore it first.</source>
        <translation>此对话在回收站中。请先恢复它。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Compare with other models…</source>
        <translation>与其他模型对比…</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>选择模型重新生成</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Answer again with…</source>
        <translation>换模型重新回答…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>分叉</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Message deleted.</source>
        <translation>消息已删除。</translation>
    </message>
    <message>
        <source>{count} messages deleted.</source>
        <translation>已删除 {count} 条消息。</translation>
    </message>
    <message>
        <source>This kind of link is never opened.</source>
        <translation>为了安全，不会打开此类链接。</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>tray notification background shortcut quick prompt close window</source>
        <translation>托盘 通知 后台 快捷键 快速提问 关闭 窗口</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Quick prompt</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open the quick prompt of Panda</source>
        <translation>打开 Panda 的快速提问</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>DesktopSettings</name>
    <message>
        <source>Keep Panda in the tray</source>
        <translation>在托盘中保留 Panda</translation>
    </message>
    <message>
        <source>Closing the window keeps Panda in the tray</source>
        <translation>关闭窗口后 Panda 保留在托盘中</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Long answers</source>
        <translation>耗时较长的回答</translation>
    </message>
    <message>
        <source>Show words of prompts and titles</source>
        <translation>显示提示词和标题的文字</translation>
    </message>
    <message>
        <source>Global shortcut</source>
        <translation>全局快捷键</translation>
    </message>
    <message>
        <source>hotkey keyboard</source>
        <translation>热键 键盘</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the quick prompt</source>
        <translation>打开快速提问</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Quick prompt</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>{keys} quits.</source>
        <translation>{keys} 退出程序。</translation>
    </message>
    <message>
        <source>Answers, images and videos go on, and you are told when they are there.</source>
        <translation>回答、图片和视频会继续进行，完成后会通知你。</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window quits. What is being made goes on in the background all the same, and is here at the next start.</source>
        <translation>此桌面没有托盘，关闭窗口即退出。正在生成的内容仍会在后台继续，下次启动时即可看到。</translation>
    </message>
    <message>
        <source>Bind the command “panda-desktop --quick” to a key in the keyboard settings of your system.</source>
        <translation>请在系统的键盘设置中为命令“panda-desktop --quick”绑定按键。</translation>
    </message>
    <message>
        <source>Your desktop gave no shortcut.</source>
        <translation>你的桌面没有提供快捷键。</translation>
    </message>
    <message>
        <source>{keys} opens it from any program. Your system’s settings change the keys.</source>
        <translation>在任何程序中按 {keys} 即可打开。可在系统设置中更改按键。</translation>
    </message>
    <message>
        <source>Opens it from any program. Your desktop asks which keys it shall be.</source>
        <translation>可在任何程序中打开。桌面会询问使用哪些按键。</translation>
    </message>
    <message>
        <source>When images are ready or have failed.</source>
        <translation>图片生成完成或失败时。</translation>
    </message>
    <message>
        <source>When a video is ready or has failed.</source>
        <translation>视频生成完成或失败时。</translation>
    </message>
    <message>
        <source>When an answer came that took longer than ten seconds.</source>
        <translation>回答耗时超过十秒并已完成时。</translation>
    </message>
    <message>
        <source>Off: a notification only says what kind of thing has ended.</source>
        <translation>关闭后，通知只说明哪类任务已结束。</translation>
    </message>
    <message>
        <source>A small window for one question: Enter asks, the answer comes right there, Escape hides it. The menu of the tray opens it, too.</source>
        <translation>用于快速提一个问题的小窗口：按 Enter 提问，回答直接显示在其中，按 Escape 隐藏。也可从托盘菜单打开。</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Prompt as the model changed it</source>
        <translation>模型改写后的提示词</translation>
    </message>
    <message>
        <source>Use this prompt</source>
        <translation>使用此提示词</translation>
    </message>
    <message>
        <source>Use the prompt as the model changed it for the next pictures</source>
        <translation>将模型改写后的提示词用于接下来的图片</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Save a copy (Ctrl+S)</source>
        <translation>保存副本（Ctrl+S）</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Remove the star (S)</source>
        <translation>取消星标（S）</translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation>加星标（S）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <translation>复制图片（Ctrl+C）</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move to the trash (Del)</source>
        <translation>移到回收站（Del）</translation>
    </message>
</context>
<context>
    <name>DiskPane</name>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>There is nothing to clean up.</source>
        <translation>没有可清理的内容。</translation>
    </message>
    <message>
        <source>What can go</source>
        <translation>可清理的内容</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>{size} on this computer</source>
        <translation>在这台电脑上占用 {size}</translation>
    </message>
    <message>
        <source>{size} are free on the disk.</source>
        <translation>磁盘可用空间 {size}。</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n items of the library are gone or were changed by another program.</source>
        <translation>
            <numerusform>作品库中 %n 个项目的文件已丢失或被其他程序更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files belong to no item but may be paid results: they are taken into the library.</source>
        <translation>
            <numerusform>%n 个文件不属于任何项目，但可能是付费结果：将收入作品库。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, {size}</source>
        <translation>
            <numerusform>%n 个文件，{size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Clean up {size}</source>
        <translation>清理 {size}</translation>
    </message>
    <message>
        <source>What is in the trash goes for good, with its files.</source>
        <translation>回收站中的内容及其文件将被永久删除。</translation>
    </message>
    <message>
        <source>Clean up and empty the trash</source>
        <translation>清理并清空回收站</translation>
    </message>
</context>
<context>
    <name>DiskWords</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>First frames of videos</source>
        <translation>视频的首帧</translation>
    </message>
    <message>
        <source>Small previews</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Downloads on their way</source>
        <translation>正在下载的文件</translation>
    </message>
    <message>
        <source>Files of chats</source>
        <translation>对话的文件</translation>
    </message>
    <message>
        <source>Chats, jobs and settings</source>
        <translation>对话、任务和设置</translation>
    </message>
    <message>
        <source>Files that belong to nothing</source>
        <translation>无归属的文件</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>What is in the trash</source>
        <translation>回收站中的内容</translation>
    </message>
    <message>
        <source>Left over from the trash</source>
        <translation>回收站的残留文件</translation>
    </message>
    <message>
        <source>Broken downloads</source>
        <translation>中断的下载</translation>
    </message>
    <message>
        <source>First frames of old jobs</source>
        <translation>旧任务的首帧</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复文件</translation>
    </message>
    <message>
        <source>Copies for dragging</source>
        <translation>拖放用的副本</translation>
    </message>
    <message>
        <source>You deleted these. They can then no longer be put back.</source>
        <translation>这些是你删除的内容。清理后无法再恢复。</translation>
    </message>
    <message>
        <source>The trash was emptied while another program held these files open.</source>
        <translation>清空回收站时，其他程序正在占用这些文件。</translation>
    </message>
    <message>
        <source>Parts of downloads that were broken off and that nothing goes on with.</source>
        <translation>已中断且不会继续的下载残留。</translation>
    </message>
    <message>
        <source>Copies made for videos whose jobs you took out of the list. The pictures themselves stay.</source>
        <translation>为视频制作的副本，对应任务已由你从列表中移除。图片本身会保留。</translation>
    </message>
    <message>
        <source>Files the library has a second time, byte for byte.</source>
        <translation>作品库中已有逐字节相同的文件。</translation>
    </message>
    <message>
        <source>They are made again when they are needed.</source>
        <translation>需要时会重新生成。</translation>
    </message>
    <message>
        <source>Copies made when you dragged something to another program. The originals stay.</source>
        <translation>拖到其他程序时生成的副本。原文件会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n files removed, {size} freed.</source>
        <translation>
            <numerusform>已移除 %n 个文件，释放 {size}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found files were taken into the library.</source>
        <translation>
            <numerusform>已将找到的 %n 个文件收入作品库。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are in use and were kept; try again later.</source>
        <translation>
            <numerusform>%n 个文件正在使用，已保留；请稍后重试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop pictures and text files here</source>
        <translation>把图片和文本文件拖到这里</translation>
    </message>
</context>
<context>
    <name>ElapsedLabel</name>
    <message>
        <source>{elapsed} · usually {usual}</source>
        <translation>{elapsed} · 通常 {usual}</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Other calls were open at the same time: what the balance fell by was divided.</source>
        <translation>同时还有其他调用在进行：余额的减少额已分摊。</translation>
    </message>
    <message>
        <source>{amount} · shared</source>
        <translation>{amount} · 分摊</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Export this chat…</source>
        <translation>导出此对话…</translation>
    </message>
    <message>
        <source>Export all chats…</source>
        <translation>导出所有对话…</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>导入对话…</translation>
    </message>
    <message>
        <source>There is nothing to export yet: the open chat is empty.</source>
        <translation>还没有可导出的内容：当前对话是空的。</translation>
    </message>
    <message>
        <source>Panda chats {date}</source>
        <translation>Panda 对话 {date}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>The file was written by a newer version of this program. Update it, then import.</source>
        <translation>此文件由更新版本的程序写入。请先更新本程序，再导入。</translation>
    </message>
    <message>
        <source>Chats are being exported or imported. Wait for the end, or cancel it first.</source>
        <translation>正在导出或导入对话。请等它结束，或先取消。</translation>
    </message>
</context>
<context>
    <name>ExchangeDialogs</name>
    <message>
        <source>Export to</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Import chats from</source>
        <translation>选择要导入的对话文件</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>导出的对话</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>The export was cancelled. No file was made.</source>
        <translation>已取消导出，没有生成文件。</translation>
    </message>
    <message>
        <source>The export was cancelled. {chats} are there already: “{name}”.</source>
        <translation>已取消导出。此前已导出 {chats}：“{name}”。</translation>
    </message>
    <message>
        <source>{chats} were exported into “{name}”.</source>
        <translation>已将 {chats}导出到“{name}”。</translation>
    </message>
    <message>
        <source>The chat was exported: “{name}”.</source>
        <translation>对话已导出：“{name}”。</translation>
    </message>
    <message>
        <source>{chats} were exported: “{name}”.</source>
        <translation>已导出 {chats}：“{name}”。</translation>
    </message>
    <message>
        <source>One attachment is gone from this computer and is not in the file.</source>
        <translation>有 1 个附件已不在这台电脑上，文件中不包含它。</translation>
    </message>
    <message>
        <source>{count} attachments are gone from this computer and are not in the file.</source>
        <translation>有 {count} 个附件已不在这台电脑上，文件中不包含它们。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>已取消导入。</translation>
    </message>
    <message>
        <source>Added: {chats} with {messages}.</source>
        <translation>已添加 {chats}，共 {messages}。</translation>
    </message>
    <message>
        <source>New messages in {chats}.</source>
        <translation>{chats}中有新消息。</translation>
    </message>
    <message>
        <source>Already here: {chats}.</source>
        <translation>已存在 {chats}。</translation>
    </message>
    <message>
        <source>The file holds no chat that could be added.</source>
        <translation>文件中没有可添加的对话。</translation>
    </message>
    <message>
        <source>One thing was not taken over as it was.</source>
        <translation>有 1 项未能原样导入。</translation>
    </message>
    <message>
        <source>{count} things were not taken over as they were.</source>
        <translation>有 {count} 项未能原样导入。</translation>
    </message>
    <message>
        <source>A part of the file is neither JSON nor an archive</source>
        <translation>文件的一部分既不是 JSON 也不是压缩包</translation>
    </message>
    <message>
        <source>Not a chat of a kind this program knows: left out</source>
        <translation>无法识别的对话格式：已略过</translation>
    </message>
    <message>
        <source>Locked with a password: left out</source>
        <translation>有密码保护：已略过</translation>
    </message>
    <message>
        <source>A name in the archive that points out of it: not opened</source>
        <translation>压缩包中的文件名指向包外：未打开</translation>
    </message>
    <message>
        <source>Too long: cut or left out</source>
        <translation>过长：已截断或略过</translation>
    </message>
    <message>
        <source>Nested too deeply: left out</source>
        <translation>嵌套过深：已略过</translation>
    </message>
    <message>
        <source>The file breaks off here; what came before was added</source>
        <translation>文件到此中断；之前的内容已添加</translation>
    </message>
    <message>
        <source>Nobody said anything in it: left out</source>
        <translation>没有任何消息：已略过</translation>
    </message>
    <message>
        <source>Pictures, sounds and other content: a note stands in the text</source>
        <translation>图片、声音等内容：已在文字中注明</translation>
    </message>
    <message>
        <source>A date that cannot be: that of the message before it was taken</source>
        <translation>日期无效：已改用前一条消息的日期</translation>
    </message>
    <message>
        <source>The message before it is missing: it starts a version of its own</source>
        <translation>缺少前一条消息：已作为单独的版本</translation>
    </message>
    <message>
        <source>Two messages of one name: both were kept</source>
        <translation>两条消息的标识相同：都已保留</translation>
    </message>
    <message>
        <source>A value that cannot be: the usual one was taken</source>
        <translation>值无效：已改用默认值</translation>
    </message>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…另有 {count} 项</translation>
    </message>
    <message>
        <source>one chat</source>
        <translation>1 个对话</translation>
    </message>
    <message>
        <source>{count} chats</source>
        <translation>{count} 个对话</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 条消息</translation>
    </message>
</context>
<context>
    <name>ExpectedPrice</name>
    <message>
        <source>from ≈ {amount}</source>
        <translation>≈ {amount} 起</translation>
    </message>
    <message>
        <source>An estimate for the about {count} tokens that are sent. The answer costs more on top; its length is not known beforehand.</source>
        <translation>按将要发送的约 {count} 个 token 估算。回答另外计费，其长度事先无法知道。</translation>
    </message>
    <message>
        <source>up to ≈ {amount}</source>
        <translation>最多 ≈ {amount}</translation>
    </message>
    <message>
        <source>An estimate for the about {count} tokens that are sent and an answer of {most} tokens, the most that is allowed.</source>
        <translation>按将要发送的约 {count} 个 token 和最多允许的 {most} 个回答 token 估算。</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Choose where to, then export</source>
        <translation>选择位置并导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without exporting (Esc)</source>
        <translation>关闭，不导出（Esc）</translation>
    </message>
    <message>
        <source>Export chats</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <source>What</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Those shown</source>
        <translation>显示的版本</translation>
    </message>
    <message>
        <source>All</source>
        <translation>所有版本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>One for each chat</source>
        <translation>每个对话一个</translation>
    </message>
    <message>
        <source>Plain text with marks, to read and edit in any program.</source>
        <translation>带标记的纯文本，可在任何程序中阅读和编辑。</translation>
    </message>
    <message>
        <source>A page for any browser, light or dark. It loads nothing from the net.</source>
        <translation>可在任何浏览器中打开的网页，支持浅色和深色，不会从网络加载任何内容。</translation>
    </message>
    <message>
        <source>Pages to print or to send.</source>
        <translation>可打印或发送的页面。</translation>
    </message>
    <message>
        <source>Everything there is, every version included. It can be imported again.</source>
        <translation>全部内容，包含所有版本，可以重新导入。</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The gateway said: “{message}”</source>
        <translation>网关返回：“{message}”</translation>
    </message>
    <message>
        <source>This can be done about it:</source>
        <translation>你可以：</translation>
    </message>
    <message>
        <source>It may have been charged.</source>
        <translation>这可能已经计费。</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Attach files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>文本文件</translation>
    </message>
</context>
<context>
    <name>FileDeeds</name>
    <message>
        <source>Save the video</source>
        <translation>保存视频</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Escape）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>In 1 message</source>
        <translation>在 1 条消息中</translation>
    </message>
    <message>
        <source>In {count} messages</source>
        <translation>在 {count} 条消息中</translation>
    </message>
</context>
<context>
    <name>FirstFrameField</name>
    <message>
        <source>First frame</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>Drop or paste an image, or press to choose a file</source>
        <translation>拖入或粘贴图片，或点击选择文件</translation>
    </message>
    <message>
        <source>Start without a first frame</source>
        <translation>不使用首帧</translation>
    </message>
    <message>
        <source>Reading the image</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>From the library</source>
        <translation>从作品库选择</translation>
    </message>
    <message>
        <source>Choose an image of the library</source>
        <translation>从作品库中选择一张图片</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>图片地址</translation>
    </message>
    <message>
        <source>Give the https address of an image</source>
        <translation>输入图片的 https 地址</translation>
    </message>
    <message>
        <source>Address of an image</source>
        <translation>图片地址</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use this address (Enter)</source>
        <translation>使用此地址（Enter）</translation>
    </message>
    <message>
        <source>A video starts from one image. Drop one file.</source>
        <translation>一个视频只能有一张首帧图片。请只拖入一个文件。</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>选择首帧</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>The gateway fetches it itself; nothing is loaded here.</source>
        <translation>由网关自行获取；这里不会加载任何内容。</translation>
    </message>
    <message>
        <source>First frame (optional)</source>
        <translation>首帧（可选）</translation>
    </message>
</context>
<context>
    <name>FirstPrompts</name>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Translate the following text into {{language}}. Keep its tone and its formatting, and translate idioms by their meaning. Give only the translation.

{{text}}</source>
        <translation>把下面的文字翻译成{{目标语言}}。保留语气和格式，习语按意思翻译。只给出译文。

{{原文}}</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Summarise the following text: first one sentence with its main point, then up to five bullet points with what matters most. Add nothing that is not in it.

{{text}}</source>
        <translation>总结下面的文字：先用一句话说出要点，再用不超过五条列出最重要的内容。不要添加原文没有的东西。

{{原文}}</translation>
    </message>
    <message>
        <source>Explain simply</source>
        <translation>简单解释</translation>
    </message>
    <message>
        <source>Explain {{topic}} to me as to somebody who is new to it. Use plain words, one example from everyday life, and say at the end what is most often misunderstood.</source>
        <translation>请像对初学者那样给我讲讲{{主题}}。用通俗的话，举一个日常生活的例子，最后说说最容易误解的地方。</translation>
    </message>
    <message>
        <source>Improve my writing</source>
        <translation>润色文字</translation>
    </message>
    <message>
        <source>Improve the following text. Correct mistakes, make it clearer and shorter where that helps, and keep my voice. Give the improved text first, then list the important changes with a reason for each.

{{text}}</source>
        <translation>请修改下面的文字。纠正错误，在有帮助的地方写得更清楚、更简短，并保留我的风格。先给出修改后的文字，再列出重要改动及理由。

{{原文}}</translation>
    </message>
    <message>
        <source>Write an email</source>
        <translation>写邮件</translation>
    </message>
    <message>
        <source>Write an email to {{recipient}}. What it must say:

{{points}}

It should sound {{tone}}, be as short as it can be, and have a subject line.</source>
        <translation>给{{收件人}}写一封邮件。必须说明的内容：

{{要点}}

语气要{{语气}}，尽量简短，并写上主题。</translation>
    </message>
    <message>
        <source>Review code</source>
        <translation>审查代码</translation>
    </message>
    <message>
        <source>Review the following code. Look for bugs first, then for security, unhandled cases and readability. For each finding give the place, why it matters and how to mend it. Say so if something is good as it is.

```
{{code}}
```</source>
        <translation>审查下面的代码。先找错误，再看安全、未处理的情况和可读性。每个发现请给出位置、为什么重要以及怎么修改。写得好的地方也请说明。

```
{{代码}}
```</translation>
    </message>
    <message>
        <source>Explain an error</source>
        <translation>解释报错</translation>
    </message>
    <message>
        <source>I get the following error. Explain what it means, list the likely causes with the most likely first, and tell me how to check and mend each.

```
{{error}}
```</source>
        <translation>我遇到下面的错误。请解释它的含义，按可能性从高到低列出原因，并告诉我怎样检查和解决每一个。

```
{{报错信息}}
```</translation>
    </message>
    <message>
        <source>Weigh a decision</source>
        <translation>权衡决定</translation>
    </message>
    <message>
        <source>Help me decide: {{decision}}. Ask me up to three questions if something important is missing. Then set out what speaks for and against each way, what could go wrong, and what you would do.</source>
        <translation>帮我做决定：{{要做的决定}}。如果缺少重要信息，先问我最多三个问题。然后列出每条路的利弊、可能出的问题，以及你会怎么做。</translation>
    </message>
    <message>
        <source>Collect ideas</source>
        <translation>收集点子</translation>
    </message>
    <message>
        <source>Give me ten ideas for {{goal}}. Let them differ from each other, from safe to surprising, each in one sentence. Mark the two you would try first and say why.</source>
        <translation>围绕{{目标}}给我十个点子。彼此要不同，从稳妥到出人意料，每个一句话。标出你会先试的两个并说明理由。</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>Make a plan to reach this: {{goal}}. I have {{time}}. Break it into steps I can begin today, say what each step needs, and where I should check whether the plan still holds.</source>
        <translation>为这个目标制定计划：{{目标}}。我有{{时间}}。拆成今天就能开始的步骤，说明每一步需要什么，以及在哪里该检查计划是否还可行。</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Opens pandaworld.space in the browser</source>
        <translation>在浏览器中打开 pandaworld.space</translation>
    </message>
    <message>
        <source>Try it without a key</source>
        <translation>无需密钥，先试用</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Starting the demo</source>
        <translation>正在启动演示</translation>
    </message>
    <message>
        <source>Welcome to Panda Desktop</source>
        <translation>欢迎使用 Panda Desktop</translation>
    </message>
    <message>
        <source>Chat, images and video with your Panda World account.</source>
        <translation>用你的 Panda World 账户聊天、生成图片和视频。</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>你的密钥</translation>
    </message>
    <message>
        <source>It is kept in this computer&apos;s key store and sent to the gateway only.</source>
        <translation>密钥保存在这台电脑的密钥库中，只发送给网关。</translation>
    </message>
    <message>
        <source>Answers are made on this computer. Nothing is charged.</source>
        <translation>回答由这台电脑生成，不收费。</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Writing a message</source>
        <translation>编写消息</translation>
    </message>
    <message>
        <source>Reading a chat</source>
        <translation>阅读对话</translation>
    </message>
    <message>
        <source>List of chats</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>Grid of pictures and videos</source>
        <translation>图片和视频网格</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
    <message>
        <source>Video player</source>
        <translation>视频播放器</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>下一个或上一个控件</translation>
    </message>
    <message>
        <source>Close what is open, or stop</source>
        <translation>关闭已打开的内容，或停止</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>焦点所在项的菜单</translation>
    </message>
    <message>
        <source>Search the settings, while they are shown</source>
        <translation>搜索设置（打开设置时）</translation>
    </message>
    <message>
        <source>Send (as the settings say)</source>
        <translation>发送（按设置而定）</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Edit the last message, in an empty field</source>
        <translation>编辑上一条消息（输入框为空时）</translation>
    </message>
    <message>
        <source>Insert a prompt, in an empty field</source>
        <translation>插入提示词（输入框为空时）</translation>
    </message>
    <message>
        <source>Paste a picture or a file</source>
        <translation>粘贴图片或文件</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <source>Scroll by a page</source>
        <translation>滚动一页</translation>
    </message>
    <message>
        <source>Beginning or end</source>
        <translation>开头或结尾</translation>
    </message>
    <message>
        <source>Next message or button in it</source>
        <translation>下一条消息或其中的按钮</translation>
    </message>
    <message>
        <source>Read the message with a cursor, or press</source>
        <translation>用光标阅读消息，或按下按钮</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>打开对话</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Close or open a folder</source>
        <translation>折叠或展开文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>加星标或取消星标</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>选择更多</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Tags, boards, lineage, details (library)</source>
        <translation>标签、画板、来龙去脉、详细信息（作品库）</translation>
    </message>
    <message>
        <source>Restore (trash of the library)</source>
        <translation>恢复（作品库回收站）</translation>
    </message>
    <message>
        <source>Previous or next picture</source>
        <translation>上一张或下一张图片</translation>
    </message>
    <message>
        <source>Larger or smaller</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>Fit the window, or true size</source>
        <translation>适应窗口或实际大小</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>与另一张图片对比</translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation>返回网格</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Back or on</source>
        <translation>后退或前进</translation>
    </message>
    <message>
        <source>Back or on, further</source>
        <translation>大幅后退或前进</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <translation>后退或前进一帧</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <translation>减速或加速</translation>
    </message>
    <message>
        <source>Louder or quieter</source>
        <translation>增大或减小音量</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Leave the full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Put this frame into the library</source>
        <translation>将此帧存入作品库</translation>
    </message>
    <message>
        <source>Next clip from this frame</source>
        <translation>从此帧制作下一个片段</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>复制文件</translation>
    </message>
</context>
<context>
    <name>ForGoodQuestion</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
</context>
<context>
    <name>ForeignText</name>
    <message>
        <source>Cut here: it has {count} letters.</source>
        <translation>后面的内容已省略：全文共 {count} 个字符。</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>This file cannot be read. Check that it is still there and may be opened.</source>
        <translation>无法读取此文件。请检查它是否还在并且可以打开。</translation>
    </message>
    <message>
        <source>This is not a file. Choose one image.</source>
        <translation>这不是文件。请选择一张图片。</translation>
    </message>
    <message>
        <source>This file is empty. Choose another image.</source>
        <translation>此文件为空。请选择其他图片。</translation>
    </message>
    <message>
        <source>This image is {size}; the most is {limit}. Save it smaller, for example as JPEG.</source>
        <translation>此图片大小为 {size}，上限为 {limit}。请压缩后再用，例如存为 JPEG。</translation>
    </message>
    <message>
        <source>This image has {count} megapixels; the most is {limit}. Make it smaller first.</source>
        <translation>此图片有 {count} 百万像素，上限为 {limit} 百万像素。请先缩小图片。</translation>
    </message>
    <message>
        <source>This image is only {count} pixels on its shorter side. Choose one with at least {limit}.</source>
        <translation>此图片的短边只有 {count} 像素。请选择短边至少 {limit} 像素的图片。</translation>
    </message>
    <message>
        <source>This is a HEIC photo, which video models do not take. Save it as JPEG or PNG first.</source>
        <translation>这是 HEIC 照片，视频模型不支持。请先存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>This kind of image cannot be sent. Save it as PNG, JPEG or WebP first.</source>
        <translation>此类图片无法发送。请先存为 PNG、JPEG 或 WebP。</translation>
    </message>
    <message>
        <source>This is not an image, whatever its name says. Choose a PNG, JPEG or WebP.</source>
        <translation>此文件的内容不是图片。请选择 PNG、JPEG 或 WebP。</translation>
    </message>
    <message>
        <source>This image is damaged and cannot be opened. Choose another one.</source>
        <translation>此图片已损坏，无法打开。请选择其他图片。</translation>
    </message>
    <message>
        <source>This is not an address. It must start with https://.</source>
        <translation>这不是有效的地址。地址必须以 https:// 开头。</translation>
    </message>
    <message>
        <source>Only https:// addresses are sent. Save the image and choose the file instead.</source>
        <translation>只支持 https:// 地址。请保存图片，再选择该文件。</translation>
    </message>
    <message>
        <source>The gateway cannot reach an address of your own network. Save the image and choose the file instead.</source>
        <translation>网关无法访问你本地网络中的地址。请保存图片，再选择该文件。</translation>
    </message>
    <message>
        <source>This address holds a name or password, which would be handed on. Remove it first.</source>
        <translation>此地址包含用户名或密码，会被一并发送出去。请先删除它们。</translation>
    </message>
    <message>
        <source>This address is too long. Save the image and choose the file instead.</source>
        <translation>此地址过长。请保存图片，再选择该文件。</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>已转正</translation>
    </message>
    <message>
        <source>made smaller</source>
        <translation>已缩小</translation>
    </message>
    <message>
        <source>{across}:{down}</source>
        <translation>{across}:{down}</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>Handling</name>
    <message>
        <source>The image is being loaded.</source>
        <translation>正在加载图片。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the text of the file</source>
        <translation>复制文件的文字</translation>
    </message>
    <message>
        <source>Load the image once</source>
        <translation>加载这张图片一次</translation>
    </message>
    <message>
        <source>Make a video of it</source>
        <translation>用它制作视频</translation>
    </message>
    <message>
        <source>Put it into the library</source>
        <translation>放入作品库</translation>
    </message>
    <message>
        <source>The image is here: Enter opens it.</source>
        <translation>图片已在这里：按 Enter 打开。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show the chats (Ctrl+B)</source>
        <translation>显示对话列表（Ctrl+B）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Compare models (Ctrl+Shift+D)</source>
        <translation>对比模型（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>More for this chat</source>
        <translation>此对话的更多操作</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>模型：{model}</translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation>预设：{name}</translation>
    </message>
    <message>
        <source>System prompt, temperature and lengths (Ctrl+Shift+P)</source>
        <translation>系统提示词、温度和长度（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>对比模型</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Go on in a copy</source>
        <translation>创建分支对话</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>立即删除</translation>
    </message>
</context>
<context>
    <name>Heights</name>
    <message>
        <source>Ag</source>
        <comment>letters as high as any; shown nowhere</comment>
        <translation>国字</translation>
    </message>
</context>
<context>
    <name>HoldLine</name>
    <message>
        <source>Send the next message over the budget, this once</source>
        <translation>仅此一次，超出预算也发送下一条消息</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Send what waits, one after the other, each after the answer before</source>
        <translation>依次发送等待的消息，每条都等前一条回答结束</translation>
    </message>
    <message>
        <source>Send message {number} over the budget, this once</source>
        <translation>仅此一次，超出预算也发送第 {number} 条消息</translation>
    </message>
    <message>
        <source>Message {number} was not sent.</source>
        <translation>第 {number} 条消息未发送。</translation>
    </message>
    <message>
        <source>Not sent: you stopped the answer.</source>
        <translation>未发送：你停止了回答。</translation>
    </message>
    <message>
        <source>Not sent: the answer before it was cut off or refused.</source>
        <translation>未发送：前一条回答被中断或拒绝。</translation>
    </message>
    <message>
        <source>The next message was not sent.</source>
        <translation>下一条消息没有发送。</translation>
    </message>
    <message>
        <source>Not sent: several answers stand side by side. Choose the one to go on from first.</source>
        <translation>未发送：有几条并排的回答。请先选择从哪条继续。</translation>
    </message>
    <message>
        <source>Not sent: the program was closed before its turn.</source>
        <translation>未发送：还没轮到它，程序就关闭了。</translation>
    </message>
    <message>
        <source>Not sent: you brought a message back.</source>
        <translation>未发送：你取回了一条消息。</translation>
    </message>
</context>
<context>
    <name>ImageTile</name>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>ImagesBoard</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
</context>
<context>
    <name>ImagesForm</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What shall the picture show?</source>
        <translation>想要一张什么样的图片？</translation>
    </message>
    <message>
        <source>Ctrl+Enter generates, Up brings earlier prompts</source>
        <translation>Ctrl+Enter 生成，按上方向键取回以前的提示词</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Open the gateway&apos;s website</source>
        <translation>打开网关的网站</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Generate (Ctrl+Enter)</source>
        <translation>生成（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Past prompts</source>
        <translation>历史提示词</translation>
    </message>
    <message>
        <source>Prompts of earlier pictures (Up in an empty prompt)</source>
        <translation>以前图片的提示词（提示词为空时按上方向键）</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Model, size and number</source>
        <translation>模型、尺寸和数量</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>This is too long for a prompt.</source>
        <translation>内容过长，不能作为提示词。</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Write an image prompt</source>
        <translation>写图片提示词</translation>
    </message>
    <message>
        <source>Generate images</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>Past image prompts</source>
        <translation>历史图片提示词</translation>
    </message>
    <message>
        <source>Image models</source>
        <translation>图片模型</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>每张 {price}</translation>
    </message>
    <message>
        <source>{amount}, with other requests at the same time</source>
        <translation>{amount}，包含同时进行的其他请求</translation>
    </message>
    <message>
        <source>{amount} for {count}</source>
        <translation>{count} 张共 {amount}</translation>
    </message>
    <message>
        <source>Balance fell by</source>
        <translation>余额减少</translation>
    </message>
    <message>
        <source>No answer of the gateway was kept for this request.</source>
        <translation>此请求没有保存网关返回的内容。</translation>
    </message>
    <message>
        <source>There are no past prompts yet.</source>
        <translation>还没有历史提示词。</translation>
    </message>
</context>
<context>
    <name>ImportReportPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the report (Esc)</source>
        <translation>关闭报告（Esc）</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>导入报告</translation>
    </message>
</context>
<context>
    <name>InfoPanel</name>
    <message>
        <source>Details of the library</source>
        <translation>作品库的详细信息</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>Details (I)</source>
        <translation>详细信息（I）</translation>
    </message>
    <message>
        <source>Lineage (L)</source>
        <translation>来龙去脉（L）</translation>
    </message>
    <message>
        <source>Hide the details (Esc)</source>
        <translation>隐藏详细信息（Esc）</translation>
    </message>
    <message>
        <source>Save evidence for a refund…</source>
        <translation>保存退款凭据…</translation>
    </message>
    <message>
        <source>Choose a picture or a video to see what is known of it.</source>
        <translation>选择一张图片或一个视频，查看它的相关信息。</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>No pictures yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>Describe what you would like to see. Pictures appear here and are kept on this computer.</source>
        <translation>描述你想看到的画面。图片会显示在这里，并保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
    <message>
        <source>Or begin with one of these:</source>
        <translation>或者从这些开始：</translation>
    </message>
    <message>
        <source>Cat in the sun</source>
        <translation>阳光下的猫</translation>
    </message>
    <message>
        <source>A cat asleep on a sunny window sill, soft morning light, watercolour on rough paper</source>
        <translation>一只猫在洒满阳光的窗台上熟睡，柔和的晨光，粗纹纸上的水彩画</translation>
    </message>
    <message>
        <source>City in the rain</source>
        <translation>雨中的城市</translation>
    </message>
    <message>
        <source>A narrow street at night in the rain, lanterns mirrored in wet stones, film photograph</source>
        <translation>雨夜的窄巷，灯笼倒映在湿润的石板路上，胶片摄影</translation>
    </message>
    <message>
        <source>Paper mountains</source>
        <translation>纸艺山水</translation>
    </message>
    <message>
        <source>Mountains and a river cut from layers of coloured paper, seen from above, gentle shadows</source>
        <translation>用层层彩纸剪出的群山与河流，俯视视角，柔和的阴影</translation>
    </message>
</context>
<context>
    <name>ItemActions</name>
    <message>
        <source>The prompt is on the clipboard.</source>
        <translation>提示词已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Use as prompt</source>
        <translation>用作提示词</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>生成变体</translation>
    </message>
    <message>
        <source>Make a video of this</source>
        <translation>用它生成视频</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>就此提问</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Star all</source>
        <translation>全部收藏</translation>
    </message>
    <message>
        <source>Remove the stars</source>
        <translation>全部取消收藏</translation>
    </message>
    <message>
        <source>Save copies…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>删除 {count} 项</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n copies saved in {name}.</source>
        <translation>
            <numerusform>已将 %n 个副本保存到 {name}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n of {count} copies could be saved in {name}.</source>
        <translation>
            <numerusform>{count} 个副本中只有 %n 个保存到了 {name}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Moved to the trash.</source>
        <translation>已移到回收站。</translation>
    </message>
    <message>
        <source>{count} moved to the trash.</source>
        <translation>{count} 项已移到回收站。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The picture could not be read, so nothing was copied.</source>
        <translation>无法读取图片，因此没有复制。</translation>
    </message>
</context>
<context>
    <name>ItemFacts</name>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>This job may have been charged in full, but gave {arrived} of {expected}.</source>
        <translation>此任务可能已全额扣费，但应有 {expected} 个结果，只收到 {arrived} 个。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance fell by</source>
        <translation>余额减少</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>{amount}, with other requests at the same time</source>
        <translation>{amount}，包含同时进行的其他请求</translation>
    </message>
    <message>
        <source>{amount} for {count}</source>
        <translation>{count} 张共 {amount}</translation>
    </message>
    <message>
        <source>a frame of a video</source>
        <translation>视频中的一帧</translation>
    </message>
    <message>
        <source>your own files</source>
        <translation>你自己的文件</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Picture of the video</source>
        <translation>视频画面</translation>
    </message>
    <message>
        <source>What was asked for is not known any more</source>
        <translation>当时的要求已无从得知</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>JobDeeds</name>
    <message>
        <source>The facts are on the clipboard.</source>
        <translation>退款所需信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Nothing to ask for: the gateway gave this job no number.</source>
        <translation>无法查询：网关没有给这个任务编号。</translation>
    </message>
    <message>
        <source>The balance is the best sign of what became of it.</source>
        <translation>可以从余额的变化判断结果。</translation>
    </message>
    <message>
        <source>The file is on the clipboard.</source>
        <translation>文件已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The video is in the trash.</source>
        <translation>视频已移到回收站。</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
</context>
<context>
    <name>JobTiles</name>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 张，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Reading the answer</source>
        <translation>正在读取返回内容</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>等待网关</translation>
    </message>
    <message>
        <source>The gateway says “{word}”</source>
        <translation>网关状态：“{word}”</translation>
    </message>
    <message>
        <source>The download was interrupted and is tried again.</source>
        <translation>下载中断，正在重试。</translation>
    </message>
    <message>
        <source>{size} of {whole}</source>
        <translation>{size} / {whole}</translation>
    </message>
    <message>
        <source>Pictures have arrived: {count}</source>
        <translation>已收到 {count} 张图片</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <translation>{what}：{why}</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Save evidence…</source>
        <translation>保存凭据…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send it now; it will be charged</source>
        <translation>现在发送；会收费</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it out of the list; nothing was sent</source>
        <translation>从列表中移除；没有发送过任何内容</translation>
    </message>
    <message>
        <source>Look for the result</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>Ask again without paying</source>
        <translation>再次查询，不收费</translation>
    </message>
    <message>
        <source>Send again (may be charged again)</source>
        <translation>重新发送（可能再次收费）</translation>
    </message>
    <message>
        <source>Make a new request of it; you may pay twice</source>
        <translation>发出新请求；可能会收两次费用</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <translation>修改后重试</translation>
    </message>
    <message>
        <source>Fill the form with it</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>Ask for the rest</source>
        <translation>补齐其余图片</translation>
    </message>
    <message>
        <source>Fill the form with what is missing</source>
        <translation>将缺少的部分填入表单</translation>
    </message>
    <message>
        <source>Download the rest again</source>
        <translation>重新下载其余的</translation>
    </message>
    <message>
        <source>Fetch what is missing once more; it costs nothing</source>
        <translation>再取一次缺少的部分；不收费</translation>
    </message>
    <message>
        <source>Save evidence for a refund…</source>
        <translation>保存退款凭据…</translation>
    </message>
    <message>
        <source>Save request, answer, times and balances as one file, without your key</source>
        <translation>把请求、回答、时间和余额存为一个文件，不含密钥</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>查看返回内容</translation>
    </message>
    <message>
        <source>What the gateway answered, as it came</source>
        <translation>网关返回的原始内容</translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Open the settings of the key</source>
        <translation>打开密钥设置</translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Open the gateway&apos;s website</source>
        <translation>打开网关的网站</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>Fill the form with it and choose another model</source>
        <translation>填入表单并选择其他模型</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it out of the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide this note; the pictures stay</source>
        <translation>隐藏此提示；图片会保留</translation>
    </message>
    <message>
        <source>The program ended before this was sent, so nothing was charged.</source>
        <translation>程序在发送前已退出，因此没有收费。</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>请求未被接受</translation>
    </message>
    <message>
        <source>The demo gave no answer</source>
        <translation>演示没有给出结果</translation>
    </message>
    <message>
        <source>Sent, no answer yet — may have been charged</source>
        <translation>已发送，尚无回应，可能已收费</translation>
    </message>
    <message>
        <source>The gateway could not make it</source>
        <translation>网关未能生成</translation>
    </message>
    <message>
        <source>The key was removed while the gateway worked on it</source>
        <translation>网关处理期间密钥被移除</translation>
    </message>
    <message>
        <source>Enter the key again, then look for the result.</source>
        <translation>请重新输入密钥，然后查询结果。</translation>
    </message>
    <message>
        <source>The gateway no longer takes the key it was sent with</source>
        <translation>网关不再接受发送时所用的密钥</translation>
    </message>
    <message>
        <source>Enter a working key of the same account, then look for the result.</source>
        <translation>请输入同一账户的有效密钥，然后查找结果。</translation>
    </message>
    <message>
        <source>The result can no longer be fetched</source>
        <translation>结果已无法获取</translation>
    </message>
    <message>
        <source>Answered without a picture</source>
        <translation>返回内容中没有图片</translation>
    </message>
    <message>
        <source>The answer is kept. Look at it before you send again.</source>
        <translation>返回内容已保留。重新发送前请先查看。</translation>
    </message>
    <message>
        <source>The picture could not be fetched</source>
        <translation>无法获取图片</translation>
    </message>
    <message>
        <source>It was stopped before it was sent, so nothing was charged.</source>
        <translation>在发送前已停止，因此没有收费。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>It may still be charged, and its result may still come.</source>
        <translation>可能仍会收费，也可能仍会有结果。</translation>
    </message>
    <message>
        <source>You stopped waiting</source>
        <translation>你已停止等待</translation>
    </message>
    <message>
        <source>{arrived} of {expected} arrived</source>
        <translation>已收到 {arrived} 张，共 {expected} 张</translation>
    </message>
    <message>
        <source>The gateway sent fewer pictures than were asked for.</source>
        <translation>网关返回的图片少于请求的数量。</translation>
    </message>
    <message>
        <source>The program ended while it waited for the answer.</source>
        <translation>程序在等待回应时退出。</translation>
    </message>
    <message>
        <source>No answer came in time. The picture may still be in the making.</source>
        <translation>未能及时收到回应。图片可能仍在生成。</translation>
    </message>
    <message>
        <source>The connection was lost before the answer came.</source>
        <translation>收到回应前连接中断。</translation>
    </message>
    <message>
        <source>The gateway answered with an error that does not tell what became of it.</source>
        <translation>网关返回了错误，无法得知任务的结果。</translation>
    </message>
    <message>
        <source>The gateway says: “{message}”</source>
        <translation>网关返回：“{message}”</translation>
    </message>
    <message>
        <source>Nothing is charged in the demo.</source>
        <translation>演示不收费。</translation>
    </message>
    <message>
        <source>Your balance has not fallen since it was sent.</source>
        <translation>发送后余额没有减少。</translation>
    </message>
    <message>
        <source>Your balance fell by {amount} since it was sent.</source>
        <translation>发送后余额减少了 {amount}。</translation>
    </message>
    <message>
        <source>Other requests ran at the same time.</source>
        <translation>同时还有其他请求在进行。</translation>
    </message>
    <message>
        <source>Balance before: {before}, after: {after}.</source>
        <translation>之前余额：{before}，之后：{after}。</translation>
    </message>
    <message>
        <source>Waits for its turn; nothing has been sent yet</source>
        <translation>排队中，尚未发送</translation>
    </message>
    <message>
        <source>Not sent yet: the program ended before its turn.</source>
        <translation>尚未发送：程序在轮到它之前退出。</translation>
    </message>
    <message>
        <source>The answer is here and is being read</source>
        <translation>已收到回应，正在读取</translation>
    </message>
    <message>
        <source>The gateway works on it</source>
        <translation>网关正在处理</translation>
    </message>
    <message>
        <source>The download stopped and is tried again by itself.</source>
        <translation>下载中断，正在自动重试。</translation>
    </message>
    <message>
        <source>Downloading · {received} of {total}</source>
        <translation>正在下载 · {received} / {total}</translation>
    </message>
    <message>
        <source>Downloading · {received}</source>
        <translation>正在下载 · {received}</translation>
    </message>
    <message>
        <source>The video is ready and is being downloaded</source>
        <translation>视频已生成，正在下载</translation>
    </message>
    <message>
        <source>The video is in the trash.</source>
        <translation>视频已移到回收站。</translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation>用时 {time}</translation>
    </message>
    <message>
        <source>The gateway says that it failed.</source>
        <translation>网关表示任务失败。</translation>
    </message>
    <message>
        <source>The gateway says that it failed: {reason}</source>
        <translation>网关表示任务失败：{reason}</translation>
    </message>
    <message>
        <source>The link to the video no longer works.</source>
        <translation>视频链接已失效。</translation>
    </message>
    <message>
        <source>No video came within 24 hours of asking.</source>
        <translation>24 小时内没有收到视频。</translation>
    </message>
    <message>
        <source>The key was removed while the gateway worked on it. Enter it, then look again.</source>
        <translation>网关处理期间密钥被移除。请输入密钥，然后再次查询。</translation>
    </message>
    <message>
        <source>The gateway no longer takes the key it was sent with. Enter a working key of the same account, then look again.</source>
        <translation>网关不再接受发送时所用的密钥。请输入同一账户的有效密钥，然后再次查看。</translation>
    </message>
    <message>
        <source>What came is not a video. The answer is kept.</source>
        <translation>收到的不是视频。返回内容已保留。</translation>
    </message>
    <message>
        <source>The video lies at an address this program does not open, for your safety.</source>
        <translation>为了你的安全，本程序不会打开视频所在的地址。</translation>
    </message>
    <message>
        <source>The video is larger than this program accepts.</source>
        <translation>视频超过本程序可接受的大小。</translation>
    </message>
    <message>
        <source>Asking for the video was sent on to another address, which is not followed. Check the address in the settings, then look again.</source>
        <translation>查询视频的请求被转向另一个地址，程序没有跟随。请在设置中检查地址，然后再次查看。</translation>
    </message>
    <message>
        <source>Answered without a video.</source>
        <translation>返回内容中没有视频。</translation>
    </message>
    <message>
        <source>Taken back before it was sent. Nothing was charged.</source>
        <translation>在发送前已撤回，没有收费。</translation>
    </message>
    <message>
        <source>You stopped waiting. Nothing is charged in the demo.</source>
        <translation>你停止了等待。演示不收费。</translation>
    </message>
    <message>
        <source>You stopped waiting. The render may still be charged.</source>
        <translation>你已停止等待。生成可能仍会收费。</translation>
    </message>
    <message>
        <source>{time} elapsed</source>
        <translation>已用 {time}</translation>
    </message>
    <message>
        <source>usually {time}</source>
        <translation>通常 {time}</translation>
    </message>
    <message>
        <source>Still waiting after {count} minutes; safe to keep open.</source>
        <translation>已等待 {count} 分钟，仍在等待；可以放心保持打开。</translation>
    </message>
    <message>
        <source>Still waiting after {count} minutes; safe to keep open. Waiting ends after {cap} minutes, as set in the settings.</source>
        <translation>已等待 {count} 分钟，仍在等待；可以放心保持打开。按照设置，等待会在 {cap} 分钟后结束。</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest message</source>
        <translation>跳到最新消息</translation>
    </message>
    <message>
        <source>Jump to the newest message (End)</source>
        <translation>跳到最新消息（End）</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Paste your key, sk-…</source>
        <translation>粘贴密钥，sk-…</translation>
    </message>
    <message>
        <source>Testing the key</source>
        <translation>正在测试密钥</translation>
    </message>
    <message>
        <source>Testing the key…</source>
        <translation>正在测试密钥…</translation>
    </message>
    <message>
        <source>The key works. The balance is not known.</source>
        <translation>密钥可用。余额未知。</translation>
    </message>
    <message>
        <source>The key works. Balance: {amount}</source>
        <translation>密钥可用。余额：{amount}</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press the new keys. Backspace for none, Escape to leave it.</source>
        <translation>请按下新的快捷键。按 Backspace 清除，按 Escape 保持不变。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>请按键…</translation>
    </message>
    <message>
        <source>Keys for {command}: {keys}</source>
        <translation>{command} 的快捷键：{keys}</translation>
    </message>
    <message>
        <source>Press to change the keys</source>
        <translation>点击更改快捷键</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>It costs the same whether you quit or stay.</source>
        <translation>无论退出还是留下，费用都一样。</translation>
    </message>
    <message>
        <source>If you end it, the answer is lost, and it may be charged all the same.</source>
        <translation>如果结束它，回答会丢失，而且仍可能计费。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Close to the tray from now on</source>
        <translation>以后关闭到托盘</translation>
    </message>
    <message>
        <source>End it and quit</source>
        <translation>结束并退出</translation>
    </message>
    <message>
        <source>A picture or video is still on its way. You can quit: it goes on in the background, and the result is here at the next start.</source>
        <translation>有一张图片或一个视频还在制作。你可以退出：它会在后台继续，下次启动时就能看到结果。</translation>
    </message>
    <message>
        <source>{count} pictures or videos are still on their way. You can quit: they go on in the background, and the results are here at the next start.</source>
        <translation>有 {count} 张图片或视频还在制作。你可以退出：它们会在后台继续，下次启动时就能看到结果。</translation>
    </message>
    <message>
        <source>Quit for now</source>
        <translation>先退出</translation>
    </message>
    <message>
        <source>The demo is still making a picture or video. It ends with the program, and that is lost; nothing is charged.</source>
        <translation>演示还在制作一张图片或一个视频。它会随程序结束而丢失；不收费。</translation>
    </message>
    <message>
        <source>The demo is still making {count} pictures or videos. It ends with the program, and they are lost; nothing is charged.</source>
        <translation>演示还在制作 {count} 张图片或视频。它们会随程序结束而丢失；不收费。</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍然退出</translation>
    </message>
    <message>
        <source>It could not be ended, so the program stays.</source>
        <translation>无法结束它，因此程序继续运行。</translation>
    </message>
</context>
<context>
    <name>LibraryBar</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Boards and tags (Ctrl+B)</source>
        <translation>画板和标签（Ctrl+B）</translation>
    </message>
    <message>
        <source>Details (I)</source>
        <translation>详情（I）</translation>
    </message>
    <message>
        <source>Only what is starred</source>
        <translation>只看星标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Search prompts, models and file names</source>
        <translation>搜索提示词、模型和文件名</translation>
    </message>
    <message>
        <source>Search prompts, models and file names (/ or Ctrl+F)</source>
        <translation>搜索提示词、模型和文件名（/ 或 Ctrl+F）</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Star all that is chosen</source>
        <translation>收藏所有选中的项目</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags (T)</source>
        <translation>标签（T）</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Boards (B)</source>
        <translation>画板（B）</translation>
    </message>
    <message>
        <source>Save copies…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Save copies (Ctrl+S)</source>
        <translation>保存副本（Ctrl+S）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move to the trash (Del)</source>
        <translation>移到回收站（Del）</translation>
    </message>
    <message>
        <source>Choose nothing (Esc)</source>
        <translation>取消选择（Esc）</translation>
    </message>
    <message>
        <source>Show what is not there too</source>
        <translation>取消此筛选</translation>
    </message>
    <message>
        <source>Only “{name}”, press to show all</source>
        <translation>只显示“{name}”，点击显示全部</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 项</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>{found} of {whole}</source>
        <translation>{found} / {whole} 项</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选择 {count} 项</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>作品库</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Every picture and video you make is kept here, on this computer. You can also drop your own files here.</source>
        <translation>你生成的图片和视频都保存在这里，就在这台电脑上。也可以把自己的文件拖到这里。</translation>
    </message>
    <message>
        <source>Make a picture</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No picture or video fits what you look for.</source>
        <translation>没有符合条件的图片或视频。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索作品库</translation>
    </message>
    <message>
        <source>Add pictures and videos…</source>
        <translation>添加图片和视频…</translation>
    </message>
    <message>
        <source>Boards and tags</source>
        <translation>画板和标签</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建画板</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>Trash of the library</source>
        <translation>作品库回收站</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Undo in the library</source>
        <translation>在作品库中撤销</translation>
    </message>
</context>
<context>
    <name>Lightbox</name>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
    <message>
        <source>Picture without a prompt</source>
        <translation>没有提示词的图片</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 张，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>LineageRow</name>
    <message>
        <source>Step {number} of the chain</source>
        <translation>来龙去脉第 {number} 步</translation>
    </message>
</context>
<context>
    <name>LineageView</name>
    <message>
        <source>Nothing was made from this yet, and it was made from nothing here. Make a video of it, or grab a frame of a video, and the chain is shown here.</source>
        <translation>它不是由这里的其他内容生成的，也还没有用来生成新内容。用它生成视频，或截取视频中的一帧，来龙去脉就会显示在这里。</translation>
    </message>
    <message>
        <source>Only the nearest links are shown: there are more.</source>
        <translation>只显示最近的关联内容，还有更多未显示。</translation>
    </message>
    <message>
        <source>To get here</source>
        <translation>到这一步为止</translation>
    </message>
    <message>
        <source>The whole chain</source>
        <translation>全部步骤</translation>
    </message>
</context>
<context>
    <name>LineageWords</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>A chat that is no longer there</source>
        <translation>已不存在的对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>Without a prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>cost not known</source>
        <translation>费用未知</translation>
    </message>
    <message numerus="yes">
        <source>{amount} for %n results</source>
        <translation>
            <numerusform>%n 个结果共 {amount}</numerusform>
        </translation>
    </message>
    <message>
        <source>at least {amount}</source>
        <translation>至少 {amount}</translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n of them is not known.</source>
        <translation>
            <numerusform>其中 %n 项的费用未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it may have been spent by other requests at the same time.</source>
        <translation>其中一部分可能是同时进行的其他请求的花费。</translation>
    </message>
    <message>
        <source>{amount}, with other requests</source>
        <translation>{amount}，包含其他请求</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Write an e-mail</source>
        <translation>写邮件</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>LogSettings</name>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Details in the log</source>
        <translation>详细日志</translation>
    </message>
    <message>
        <source>Note more than warnings</source>
        <translation>除警告外还记录更多信息</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What went wrong, at most 2 MB. No key and no words of your chats are in it.</source>
        <translation>记录出错的情况，最多 2 MB。不含密钥和对话文字。</translation>
    </message>
    <message>
        <source>To find a fault: parts of chats may be in it while this is on. The key never is.</source>
        <translation>用于查找故障：开启期间，日志可能包含部分对话内容，但绝不包含密钥。</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>出现问题时</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Panda Desktop</source>
        <translation>Panda Desktop</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>作品库</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Ask for the balance</source>
        <translation>查询余额</translation>
    </message>
    <message>
        <source>Go to the notices</source>
        <translation>前往通知</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>跟随系统的颜色</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text size 100 %</source>
        <translation>文字大小 100%</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>usually {price}</source>
        <translation>通常 {price}</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>usually {time}</source>
        <translation>通常 {time}</translation>
    </message>
    <message>
        <source>you have {amount}</source>
        <translation>余额 {amount}</translation>
    </message>
    <message>
        <source>By what your videos of {model} have cost so far.</source>
        <translation>按你用 {model} 生成视频至今的花费估算。</translation>
    </message>
    <message>
        <source>The video was asked for.</source>
        <translation>视频请求已提交。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Make video</source>
        <translation>生成视频</translation>
    </message>
    <message>
        <source>Your balance is {amount}: the gateway will refuse this.</source>
        <translation>余额为 {amount}：网关会拒绝此请求。</translation>
    </message>
    <message>
        <source>Your balance of {amount} is less than the usual {price}.</source>
        <translation>余额 {amount} 低于通常的价格 {price}。</translation>
    </message>
    <message>
        <source>Your balance of {amount} may not be enough: the videos under way may cost {running}, and this one usually costs {price}.</source>
        <translation>余额 {amount} 可能不够：进行中的视频可能花费 {running}，而这个视频通常花费 {price}。</translation>
    </message>
    <message>
        <source>Your balance is not known ({unknown}).</source>
        <translation>余额未知（{unknown}）。</translation>
    </message>
    <message>
        <source>The money may not be enough. Send it anyway?</source>
        <translation>余额可能不够。仍要发送吗？</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Boards</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} / {whole}</translation>
    </message>
    <message>
        <source>✓ take off</source>
        <translation>✓ 移除</translation>
    </message>
    <message>
        <source>Search, or type a new name</source>
        <translation>搜索，或输入新名称</translation>
    </message>
    <message>
        <source>Board “{name}” made.</source>
        <translation>已创建画板“{name}”。</translation>
    </message>
    <message>
        <source>The board is called “{name}” now.</source>
        <translation>画板已重命名为“{name}”。</translation>
    </message>
    <message>
        <source>Board “{name}” deleted. Its pictures are still in the library.</source>
        <translation>已删除画板“{name}”。其中的图片仍在作品库中。</translation>
    </message>
    <message numerus="yes">
        <source>%n put on “{name}”.</source>
        <translation>
            <numerusform>已将 %n 项放入画板“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off “{name}”.</source>
        <translation>
            <numerusform>已将 %n 项移出画板“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tagged “{name}”.</source>
        <translation>
            <numerusform>已为 %n 项添加标签“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “{name}” taken from %n.</source>
        <translation>
            <numerusform>已从 %n 项移除标签“{name}”。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a board of this name already. Choose another name.</source>
        <translation>已有同名画板。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>ModelChoices</name>
    <message>
        <source>Smart routing</source>
        <translation>智能路由</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>fits each message</source>
        <translation>按每条消息选择</translation>
    </message>
    <message>
        <source>cheapest answer</source>
        <translation>费用最低</translation>
    </message>
    <message>
        <source>best answer</source>
        <translation>质量最佳</translation>
    </message>
    <message>
        <source>fastest answer</source>
        <translation>速度最快</translation>
    </message>
    <message>
        <source>Manage models…</source>
        <translation>管理模型…</translation>
    </message>
    <message>
        <source>Star, hide and correct models (in the list: Ctrl+D stars one)</source>
        <translation>收藏、隐藏和更正模型（列表中按 Ctrl+D 收藏）</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>ModelDetail</name>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove your own model</source>
        <translation>移除你自己添加的模型</translation>
    </message>
    <message>
        <source>What it makes</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>撤回更正</translation>
    </message>
    <message>
        <source>Takes images in messages</source>
        <translation>能看消息中的图片</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What the gateway says</source>
        <translation>网关的说明</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>No longer first in every list</source>
        <translation>不再排在每个列表最前</translation>
    </message>
    <message>
        <source>First in every list</source>
        <translation>排在每个列表最前</translation>
    </message>
    <message>
        <source>Show in lists</source>
        <translation>在列表中显示</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>重新提供</translation>
    </message>
    <message>
        <source>Leave it out of every list</source>
        <translation>不在任何列表中显示</translation>
    </message>
    <message>
        <source>Asking the gateway…</source>
        <translation>正在询问网关…</translation>
    </message>
    <message>
        <source>By {owner}</source>
        <translation>来自 {owner}</translation>
    </message>
    <message>
        <source>{count} tokens of context</source>
        <translation>上下文 {count} token</translation>
    </message>
    <message>
        <source>Sizes: {sizes}</source>
        <translation>尺寸：{sizes}</translation>
    </message>
    <message>
        <source>You added it; the gateway does not list it.</source>
        <translation>由你添加；网关没有列出它。</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation>由你指定。</translation>
    </message>
    <message>
        <source>Guessed from its name. Choose another if it is wrong.</source>
        <translation>根据名称推测。如果不对，请另选。</translation>
    </message>
    <message>
        <source>The gateway says so.</source>
        <translation>由网关说明。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ModelListView</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Ctrl+D stars a model, Delete hides it, Tab goes to its details.</source>
        <translation>Ctrl+D 收藏模型，Delete 隐藏模型，Tab 转到详情。</translation>
    </message>
</context>
<context>
    <name>ModelRows</name>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Not read yet: these are the documented ones</source>
        <translation>尚未读取：这些是文档中列出的模型</translation>
    </message>
    <message>
        <source>As of {age}</source>
        <translation>{age}读取</translation>
    </message>
    <message>
        <source>A million tokens sent</source>
        <translation>发送一百万 token</translation>
    </message>
    <message>
        <source>A million tokens written</source>
        <translation>生成一百万 token</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>一张图片</translation>
    </message>
    <message>
        <source>One video</source>
        <translation>一个视频</translation>
    </message>
</context>
<context>
    <name>ModelsDesk</name>
    <message>
        <source>Manage models</source>
        <translation>管理模型</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model here</source>
        <translation>这里没有模型</translation>
    </message>
    <message>
        <source>Change the words or the filter above.</source>
        <translation>请更改上面的搜索词或筛选。</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Search, or type an id to add it</source>
        <translation>搜索，或输入编号来添加</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Ask the gateway for its models (F5)</source>
        <translation>向网关询问模型（F5）</translation>
    </message>
    <message>
        <source>The list is being read</source>
        <translation>正在读取列表</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Escape）</translation>
    </message>
    <message>
        <source>Add “{name}”</source>
        <translation>添加“{name}”</translation>
    </message>
    <message>
        <source>Add a model the gateway does not list, to ask it by this id</source>
        <translation>添加网关没有列出的模型，用这个编号向它提问</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>The gateway says nothing more of this model.</source>
        <translation>网关没有这个模型的更多说明。</translation>
    </message>
    <message>
        <source>The list is the one that was read last.</source>
        <translation>列表是上次读取的。</translation>
    </message>
    <message>
        <source>This is no id of a model: write it on one line, 200 letters at most.</source>
        <translation>这不是模型编号：请写在一行内，最多 200 个字符。</translation>
    </message>
    <message>
        <source>{name} is no favourite</source>
        <translation>{name} 已取消收藏</translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation>{name} 已收藏</translation>
    </message>
    <message>
        <source>{name} is offered again</source>
        <translation>{name} 重新提供</translation>
    </message>
    <message>
        <source>{name} is hidden</source>
        <translation>{name} 已隐藏</translation>
    </message>
    <message>
        <source>{name} was added</source>
        <translation>{name} 已添加</translation>
    </message>
</context>
<context>
    <name>ModelsSettings</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>See, star, hide and correct models</source>
        <translation>查看、收藏、隐藏和更正模型</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即询问</translation>
    </message>
    <message>
        <source>Ask the gateway for its models</source>
        <translation>向网关询问模型</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>refresh age</source>
        <translation>刷新 时间</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Favourites come first in every list and hidden models in none. Correct what a model makes, add one by its id, and read what the gateway says of it.</source>
        <translation>收藏的模型排在每个列表最前，隐藏的不出现在任何列表中。可以更正模型的用途、按编号添加模型，并查看网关对它的说明。</translation>
    </message>
    <message>
        <source>favourite star hide kind custom id</source>
        <translation>收藏 隐藏 用途 自定义 编号</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>model favourite kind list</source>
        <translation>模型 收藏 用途 列表</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s).</source>
        <translation>
            <numerusform>%n 个模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyWords</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Completion pad</source>
        <translation>续写板</translation>
    </message>
    <message>
        <source>Chat title</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The demo charges nothing</source>
        <translation>演示不收费</translation>
    </message>
    <message>
        <source>Its prices and its balance are for show. With a key of your own, every paid call is listed here.</source>
        <translation>演示中的价格和余额仅供展示。使用你自己的密钥后，每次付费调用都会列在这里。</translation>
    </message>
    <message>
        <source>Nothing was spent in these days</source>
        <translation>这段时间没有支出</translation>
    </message>
    <message>
        <source>Every paid call is listed here from now on: what it was expected to cost and what it did.</source>
        <translation>从现在起，每次付费调用都会列在这里，包括预计费用和实际费用。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>账户配置</translation>
    </message>
    <message>
        <source>No chat</source>
        <translation>无对话</translation>
    </message>
    <message>
        <source>A chat that is gone or has no title</source>
        <translation>已不存在或没有标题的对话</translation>
    </message>
    <message>
        <source>Demo (not charged)</source>
        <translation>演示（不收费）</translation>
    </message>
    <message>
        <source>Panda World</source>
        <translation>Panda World</translation>
    </message>
    <message>
        <source>A profile that is gone</source>
        <translation>已不存在的账户配置</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 次费用未知</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Since {since} the gateway counted {gateway}, and this list explains all of it.</source>
        <translation>自 {since} 起，网关记录的支出为 {gateway}，与此列表完全相符。</translation>
    </message>
    <message>
        <source>Since {since} the gateway counted {gateway}; this list explains {here}. The other {rest} were spent by other programs with this account, or booked late.</source>
        <translation>自 {since} 起，网关记录的支出为 {gateway}，此列表能对上 {here}。其余 {rest} 由使用此账户的其他程序产生，或是入账较晚。</translation>
    </message>
    <message>
        <source>Since {since} the gateway counted {gateway}; this list holds {rest} more, which were probably paid back.</source>
        <translation>自 {since} 起，网关记录的支出为 {gateway}，此列表多出 {rest}，很可能已退回。</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Each chat</source>
        <translation>每个对话</translation>
    </message>
    <message>
        <source>{span}, {profile}</source>
        <translation>{span}，{profile}</translation>
    </message>
    <message>
        <source>{spent} of {limit} used</source>
        <translation>已用 {spent}，上限 {limit}</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of unknown cost not counted</source>
        <translation>
            <numerusform>%n 次费用未知的调用未计入</numerusform>
        </translation>
    </message>
    <message>
        <source>Your balance is low: {amount} left. Add credit to go on working.</source>
        <translation>余额不足：剩余 {amount}。请充值后继续使用。</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Model asked for</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>Model that answered</source>
        <translation>实际回答的模型</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>分摊</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>NamePanel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (Escape)</source>
        <translation>取消（Escape）</translation>
    </message>
</context>
<context>
    <name>NetworkSettings</name>
    <message>
        <source>To connect</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>For the first word</source>
        <translation>等待首字</translation>
    </message>
    <message>
        <source>Without anything coming</source>
        <translation>中途无响应</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Longest waits</source>
        <translation>最长等待时间</translation>
    </message>
    <message>
        <source>System only</source>
        <translation>仅使用系统证书</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>Says how far a request comes: name, connection, encryption, key, balance.</source>
        <translation>显示请求能走到哪一步：域名、连接、加密、密钥、余额。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>A gateway on this computer is always reached directly.</source>
        <translation>这台电脑上的网关始终直接连接。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a PEM file</source>
        <translation>选择 PEM 文件</translation>
    </message>
    <message>
        <source>Trust the system&apos;s certificates only</source>
        <translation>仅信任系统证书</translation>
    </message>
    <message>
        <source>For a network whose security software reads along: a PEM file from its administrator, trusted beside what this computer trusts.</source>
        <translation>适用于安全软件会读取流量的网络：选择管理员提供的 PEM 文件，在这台电脑已信任的证书之外一并信任。</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Large models may think for a while before they answer.</source>
        <translation>大模型在回答前可能会思考一段时间。</translation>
    </message>
    <message>
        <source>After it an answer counts as interrupted; what has come is kept.</source>
        <translation>超过此时间，回答视为中断；已收到的内容会保留。</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>受信任的证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>No videos yet</source>
        <translation>还没有视频</translation>
    </message>
    <message>
        <source>Describe what should happen, and start from an image if you like. A video takes some minutes; it is saved on this computer as soon as it is ready.</source>
        <translation>描述视频中发生的事，也可以从一张图片开始。生成视频需要几分钟，完成后会立即保存到这台电脑。</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
    <message>
        <source>Or begin with one of these:</source>
        <translation>或者从这些开始：</translation>
    </message>
    <message>
        <source>Harbour at dawn</source>
        <translation>黎明的港口</translation>
    </message>
    <message>
        <source>A quiet harbour at dawn, fishing boats leaving one after the other, mist over the water, slow pan to the right, warm first light.</source>
        <translation>黎明时分宁静的港口，渔船依次驶出，水面薄雾弥漫，镜头缓缓右移，温暖的晨光。</translation>
    </message>
    <message>
        <source>Panda in the snow</source>
        <translation>雪中的熊猫</translation>
    </message>
    <message>
        <source>A young panda rolls down a snowy hill, gets up, shakes off the snow and looks into the camera. Low angle, bright winter sun.</source>
        <translation>一只幼年大熊猫从雪坡上滚下来，站起身抖掉身上的雪，看向镜头。低角度拍摄，明亮的冬日阳光。</translation>
    </message>
    <message>
        <source>City from above</source>
        <translation>俯瞰城市</translation>
    </message>
    <message>
        <source>Drone shot over a city at sunset, neon signs coming on, traffic as streams of light, steady forward flight.</source>
        <translation>日落时分无人机航拍城市，霓虹灯渐次亮起，车流汇成光带，平稳向前飞行。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>What the other side said</source>
        <translation>对方返回的内容</translation>
    </message>
</context>
<context>
    <name>NoticeHost</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>NumbersForm</name>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 to 2: low is steady, high is inventive.</source>
        <translation>0 到 2：低则稳定，高则多变。</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>0 to 1: how many of the likely words are considered.</source>
        <translation>0 到 1：考虑多少比例的可能词语。</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <translation>最多 token</translation>
    </message>
    <message>
        <source>How long an answer may get; 1 or more.</source>
        <translation>回答最长可以到多少；1 或以上。</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>“{name}” cannot be opened: it is gone or was changed on this computer.</source>
        <translation>无法打开“{name}”：它已不在，或在本机上被改动。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The picture is damaged and was not copied.</source>
        <translation>图片已损坏，没有复制。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>The copy could not be written to “{folder}”: is there room, may you write there?</source>
        <translation>无法把副本写到“{folder}”：空间够吗？你有写入权限吗？</translation>
    </message>
    <message>
        <source>Saved: “{name}”.</source>
        <translation>已保存：“{name}”。</translation>
    </message>
</context>
<context>
    <name>OrderedList</name>
    <message>
        <source>Alt and an arrow key put a row elsewhere.</source>
        <translation>Alt 加方向键可移动一行。</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Currency of the bars</source>
        <translation>柱形图的货币</translation>
    </message>
    <message>
        <source>Sums by</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>汇总</translation>
    </message>
    <message numerus="yes">
        <source>%n paid call(s)</source>
        <translation>
            <numerusform>%n 次付费调用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what %n of them cost is not known</source>
        <translation>
            <numerusform>其中 %n 次费用未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Completion pad</source>
        <translation>续写板</translation>
    </message>
    <message>
        <source>Back to the chat (Escape)</source>
        <translation>返回对话（Escape）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Fixed-pitch letters</source>
        <translation>等宽字体</translation>
    </message>
    <message>
        <source>Text of the pad</source>
        <translation>续写板的文字</translation>
    </message>
    <message>
        <source>Write the beginning of a text. The model writes on from its end.</source>
        <translation>写下开头，模型从末尾接着写。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Remove what the model wrote last</source>
        <translation>移除模型最后写的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全部文字</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the pad</source>
        <translation>清空续写板</translation>
    </message>
    <message>
        <source>The model writes.</source>
        <translation>模型正在写。</translation>
    </message>
    <message>
        <source>The model has stopped.</source>
        <translation>模型已停下。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop (Escape)</source>
        <translation>停止（Escape）</translation>
    </message>
    <message>
        <source>Let the model write on (Ctrl+Enter)</source>
        <translation>让模型接着写（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Temperature and lengths</source>
        <translation>温度和长度</translation>
    </message>
</context>
<context>
    <name>PadParameters</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>What is empty is not sent.</source>
        <translation>留空的不会发送。</translation>
    </message>
</context>
<context>
    <name>PadPlace</name>
    <message>
        <source>The pad was emptied.</source>
        <translation>续写板已清空。</translation>
    </message>
    <message>
        <source>The text was copied.</source>
        <translation>文字已复制。</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>≈ {count} token</translation>
    </message>
    <message>
        <source>≈ 1 token</source>
        <translation>≈ 1 token</translation>
    </message>
    <message>
        <source>cut at the most tokens</source>
        <translation>到最多 token 处截断</translation>
    </message>
    <message>
        <source>That is too long for the pad, so nothing was pasted. Paste only what matters.</source>
        <translation>内容太长，续写板放不下，没有粘贴。请只粘贴需要的部分。</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>en</source>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>你停止了此回答。</translation>
    </message>
    <message>
        <source>This answer was cut off.</source>
        <translation>此回答中断了。</translation>
    </message>
    <message>
        <source>This answer failed.</source>
        <translation>此回答失败了。</translation>
    </message>
    <message>
        <source>This file is gone.</source>
        <translation>这个文件已不存在。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Open a chat</source>
        <translation>打开对话</translation>
    </message>
    <message>
        <source>Use a model in the chat</source>
        <translation>在对话中使用模型</translation>
    </message>
    <message>
        <source>Show in the library</source>
        <translation>在作品库中显示</translation>
    </message>
    <message>
        <source>Attach a recent file</source>
        <translation>添加最近的文件</translation>
    </message>
    <message>
        <source>Attach {name} again</source>
        <translation>再次添加 {name}</translation>
    </message>
    <message>
        <source>Attach {name} again, from {folder}</source>
        <translation>再次添加 {folder} 中的 {name}</translation>
    </message>
    <message>
        <source>Clear recent files</source>
        <translation>清除最近的文件</translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>How the model should behave in this chat</source>
        <translation>模型在此对话中应如何表现</translation>
    </message>
    <message>
        <source>What is empty is not sent.</source>
        <translation>留空的项目不会发送。</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>That is too long for a system prompt, so nothing was pasted.</source>
        <translation>内容过长，不能作为系统提示词，因此没有粘贴。</translation>
    </message>
</context>
<context>
    <name>ParametersWords</name>
    <message>
        <source>{first} · {count} more</source>
        <translation>{first} · 另 {count} 项</translation>
    </message>
    <message>
        <source>Temperature {value}</source>
        <translation>温度 {value}</translation>
    </message>
    <message>
        <source>Top P {value}</source>
        <translation>Top P {value}</translation>
    </message>
    <message>
        <source>At most {count} tokens</source>
        <translation>最多 {count} token</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
</context>
<context>
    <name>PastPrompts</name>
    <message>
        <source>Past prompts</source>
        <translation>以前的提示词</translation>
    </message>
    <message>
        <source>{count} times, {when}</source>
        <translation>{count} 次，{when}</translation>
    </message>
</context>
<context>
    <name>PickerButton</name>
    <message>
        <source>Opens a list</source>
        <translation>打开列表</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 fits it into the window, Escape leaves it.</source>
        <translation>加号和减号缩放，0 适合窗口，Escape 离开。</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Make a video of it (V)</source>
        <translation>用它制作视频（V）</translation>
    </message>
    <message>
        <source>Put it into the library (L)</source>
        <translation>放入作品库（L）</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Places of the library</source>
        <translation>作品库的位置</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Drop here to delete; kept for 30 days</source>
        <translation>拖到这里即可删除，保留 30 天</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建画板</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Put what belongs together on a board: choose pictures and press B, or drag them here.</source>
        <translation>把相关的内容放到同一个画板：选中图片后按 B，或拖到这里。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Drop pictures here to put them on this board</source>
        <translation>将图片拖到这里，放入此画板</translation>
    </message>
    <message>
        <source>Drop pictures here to give them this tag</source>
        <translation>将图片拖到这里，添加此标签</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete the board, not its pictures</source>
        <translation>删除画板，保留其中的图片</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>All presets…</source>
        <translation>所有预设…</translation>
    </message>
    <message>
        <source>sets nothing</source>
        <translation>没有设置</translation>
    </message>
    <message>
        <source>new chats</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>PresetDeeds</name>
    <message>
        <source>Apply a preset</source>
        <translation>应用预设</translation>
    </message>
    <message>
        <source>“{name}” is applied to this chat.</source>
        <translation>“{name}”已应用到这个对话。</translation>
    </message>
    <message>
        <source>System prompt and parameters of this chat are not set any more.</source>
        <translation>这个对话不再设置系统提示词和参数。</translation>
    </message>
    <message>
        <source>Keeps system prompt, model and parameters of this chat. What is not set stays unset.</source>
        <translation>保存这个对话的系统提示词、模型和参数。没有设置的仍不设置。</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>“{name}” is what this chat has now.</source>
        <translation>“{name}”已更新为这个对话的设置。</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>预设“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>PresetNamePanel</name>
    <message>
        <source>Name of the preset</source>
        <translation>预设的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>PresetPanel</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A preset keeps system prompt, model and parameters of a chat under one name, to be used again. Set up a chat as you like it, then save it here.</source>
        <translation>预设把一个对话的系统提示词、模型和参数存在一个名称下，以便再次使用。先把对话设置好，再存到这里。</translation>
    </message>
    <message>
        <source>Drag to put them in order, or Alt+Up and Alt+Down.</source>
        <translation>拖动可排序，也可用 Alt+上、Alt+下。</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>new chats begin with this</source>
        <translation>新对话以此开始</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>More for this preset</source>
        <translation>此预设的更多操作</translation>
    </message>
    <message>
        <source>Apply to this chat</source>
        <translation>应用到这个对话</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Change to what this chat has now</source>
        <translation>更新为这个对话的设置</translation>
    </message>
    <message>
        <source>New chats begin with this</source>
        <translation>新对话以此开始</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>{count} × {each} = {total}</source>
        <translation>{count} × {each} = {total}</translation>
    </message>
    <message>
        <source>{price} · you have only {balance}</source>
        <translation>{price} · 余额仅 {balance}</translation>
    </message>
    <message>
        <source>{price} · you have {balance}</source>
        <translation>{price} · 余额 {balance}</translation>
    </message>
</context>
<context>
    <name>PriceSource</name>
    <message>
        <source>By the price you have entered for {model}.</source>
        <translation>按你为 {model} 填写的价格。</translation>
    </message>
    <message>
        <source>By the price the gateway names for {model}.</source>
        <translation>按网关给出的 {model} 价格。</translation>
    </message>
</context>
<context>
    <name>PricesModel</name>
    <message>
        <source>For a million tokens that are sent</source>
        <translation>每百万输入 token 的价格</translation>
    </message>
    <message>
        <source>For a million tokens that are written</source>
        <translation>每百万输出 token 的价格</translation>
    </message>
    <message>
        <source>For one image</source>
        <translation>每张图片的价格</translation>
    </message>
    <message>
        <source>For one video</source>
        <translation>每个视频的价格</translation>
    </message>
    <message>
        <source>For one second of video</source>
        <translation>每秒视频的价格</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>1M in</source>
        <translation>每百万输入</translation>
    </message>
    <message>
        <source>1M out</source>
        <translation>每百万输出</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>价格来源</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚未设定</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>A currency is a code of letters, such as USD.</source>
        <translation>货币是由字母组成的代码，例如 USD。</translation>
    </message>
    <message>
        <source>“{text}” is no clear amount. Write a number such as {example}.</source>
        <translation>“{text}”不是明确的金额。请输入类似 {example} 的数字。</translation>
    </message>
</context>
<context>
    <name>PricesPanel</name>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>Forget your price</source>
        <translation>清除自定价格</translation>
    </message>
    <message>
        <source>Go back to the price the gateway names, if it does</source>
        <translation>恢复为网关提供的价格（如有）</translation>
    </message>
    <message>
        <source>Prices are yours or the gateway&apos;s; nobody guesses. They are used to say what a request will cost and to hold your budgets. Choose a cell and type an amount; empty means unknown.</source>
        <translation>价格由你填写或由网关提供，程序不会猜测。价格用于预估每次请求的费用，并据此执行预算。选择一个单元格并输入金额；留空表示未知。</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>PrivacySettings</name>
    <message>
        <source>Images in answers</source>
        <translation>回答中的图片</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>load picture network tracking address</source>
        <translation>加载 图片 网络 跟踪 地址</translation>
    </message>
    <message>
        <source>Remember recent files</source>
        <translation>记住最近的文件</translation>
    </message>
    <message>
        <source>Offer files again that were attached to a chat</source>
        <translation>再次提供添加到对话中的文件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear recent files</source>
        <translation>清除最近的文件</translation>
    </message>
    <message>
        <source>Forget which files were attached; the files themselves stay</source>
        <translation>忘记添加过哪些文件；文件本身会保留</translation>
    </message>
    <message>
        <source>attach history path clear</source>
        <translation>附件 历史 路径 清除 最近 文件</translation>
    </message>
    <message>
        <source>The names and folders of the last 12 files you attached are kept on this computer. Switching it off clears them.</source>
        <translation>最近添加的 12 个文件的名称和所在文件夹保存在这台电脑上。关闭后会清除它们。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>An image on another server is loaded only when you click it. That server then learns your network address and that you read the answer.</source>
        <translation>其他服务器上的图片只在你点击时加载。那台服务器会因此得知你的网络地址，以及你读了这条回答。</translation>
    </message>
    <message>
        <source>Images on other servers cannot be loaded. Those that stand in the answer itself are shown.</source>
        <translation>不能加载其他服务器上的图片。回答自带的图片仍会显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n files are remembered.</source>
        <translation>
            <numerusform>已记住 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>None is remembered.</source>
        <translation>没有记住任何文件。</translation>
    </message>
    <message>
        <source>One is remembered.</source>
        <translation>已记住一个文件。</translation>
    </message>
    <message>
        <source>Recent files were cleared.</source>
        <translation>已清除最近的文件。</translation>
    </message>
    <message>
        <source>private images tracking</source>
        <translation>隐私 图片 跟踪</translation>
    </message>
</context>
<context>
    <name>ProfileDesk</name>
    <message>
        <source>Choose a profile…</source>
        <translation>选择账户配置…</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>账户配置</translation>
    </message>
    <message>
        <source>Add or change profiles…</source>
        <translation>添加或更改账户配置…</translation>
    </message>
    <message>
        <source>Use the profile “{name}”</source>
        <translation>使用账户配置“{name}”</translation>
    </message>
    <message>
        <source>The profile “{name}” is in use.</source>
        <translation>正在使用账户配置“{name}”。</translation>
    </message>
    <message>
        <source>The profile “{name}” has no key yet.</source>
        <translation>账户配置“{name}”还没有密钥。</translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>The profile “{name}” and its key are removed.</source>
        <translation>账户配置“{name}”及其密钥已移除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>The key is removed. %n job(s) under way: what the gateway has already been sent goes on and may be charged; to ask for results, enter the key again.</source>
        <translation>
            <numerusform>密钥已移除。还有 %n 个任务正在进行：已发送到网关的请求会继续处理，可能会计费；如需查询结果，请重新输入密钥。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Name of the profile</source>
        <translation>账户配置名称</translation>
    </message>
    <message>
        <source>Work, Personal…</source>
        <translation>工作、个人…</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Panda World</source>
        <translation>Panda World</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>网关地址</translation>
    </message>
    <message>
        <source>Add profile</source>
        <translation>添加账户配置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make no profile</source>
        <translation>不新建账户配置</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建账户配置</translation>
    </message>
</context>
<context>
    <name>ProfileRow</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use “{name}” from now on</source>
        <translation>从现在起使用“{name}”</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>重命名“{name}”</translation>
    </message>
    <message>
        <source>Remove “{name}” and its key</source>
        <translation>移除“{name}”及其密钥</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Panda World</source>
        <translation>Panda World</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>key in the key store</source>
        <translation>密钥保存在密钥库中</translation>
    </message>
    <message>
        <source>key kept until you quit</source>
        <translation>密钥仅保留到退出程序</translation>
    </message>
    <message>
        <source>key from PANDA_API_KEY</source>
        <translation>密钥来自 PANDA_API_KEY</translation>
    </message>
    <message>
        <source>key store locked</source>
        <translation>密钥库已锁定</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>无需密钥</translation>
    </message>
</context>
<context>
    <name>ProfilesSettings</name>
    <message>
        <source>Add a profile…</source>
        <translation>添加账户配置…</translation>
    </message>
    <message>
        <source>Another account or another gateway, with a key of its own</source>
        <translation>添加另一个账户或网关，使用单独的密钥</translation>
    </message>
    <message>
        <source>Each profile has its own key and balance. Chats are seen in all of them.</source>
        <translation>每个账户配置都有自己的密钥和余额。所有账户配置都能看到全部对话。</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>账户配置</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>End the import; whole chats stay</source>
        <translation>结束导入；已完整导入的对话会保留</translation>
    </message>
    <message>
        <source>End the export</source>
        <translation>结束导出</translation>
    </message>
    <message>
        <source>Importing chats…</source>
        <translation>正在导入对话…</translation>
    </message>
    <message>
        <source>Exporting chats…</source>
        <translation>正在导出对话…</translation>
    </message>
    <message>
        <source>Importing chats: {done} of {total}, {count} chats so far</source>
        <translation>正在导入对话：{done} / {total}，已导入 {count} 个对话</translation>
    </message>
    <message>
        <source>Exporting chats: {done} of {total} messages</source>
        <translation>正在导出对话：{done} / {total} 条消息</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>正在结束…</translation>
    </message>
</context>
<context>
    <name>PromptDeeds</name>
    <message>
        <source>No prompt has these words.</source>
        <translation>没有提示词包含这些字。</translation>
    </message>
    <message>
        <source>There are no prompts yet. “All prompts…” leads to where they are written.</source>
        <translation>还没有提示词。可从“所有提示词…”进入编写。</translation>
    </message>
    <message>
        <source>Insert a prompt…</source>
        <translation>插入提示词…</translation>
    </message>
    <message>
        <source>Save as prompt…</source>
        <translation>存为提示词…</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Name of the prompt</source>
        <translation>提示词名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>提示词内容</translation>
    </message>
    <message>
        <source>What shall be asked, with {{name}} where something is to be filled in</source>
        <translation>要问的内容，在需要填写的地方写 {{名称}}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert into the message</source>
        <translation>插入到消息</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Give the prompt a name first.</source>
        <translation>请先给提示词取个名称。</translation>
    </message>
    <message>
        <source>Write the text of the prompt first.</source>
        <translation>请先写提示词内容。</translation>
    </message>
    <message>
        <source>Will be asked for: {names}</source>
        <translation>使用时会询问：{names}</translation>
    </message>
    <message>
        <source>Write {{language}} or any other name where something is to be filled in.</source>
        <translation>在需要填写的地方写 {{语言}} 或其他任意名称。</translation>
    </message>
    <message>
        <source>That is too long for a prompt, so nothing was pasted.</source>
        <translation>内容太长，不能作为提示词，没有粘贴。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>PromptLibrary</name>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>The prompt “{name}” was deleted.</source>
        <translation>提示词“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>PromptLibraryPage</name>
    <message>
        <source>Prompt library</source>
        <translation>提示词库</translation>
    </message>
    <message>
        <source>Back to the chat (Escape)</source>
        <translation>返回对话（Escape）</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>新提示词</translation>
    </message>
    <message>
        <source>Write a new prompt</source>
        <translation>编写新提示词</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Type / in a message to use one. Drag puts them in order.</source>
        <translation>在消息中输入 / 即可使用。拖动可排序。</translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>还没有提示词</translation>
    </message>
    <message>
        <source>Keep here what you ask again and again. Type / in a message to use it.</source>
        <translation>把反复要问的内容存在这里。在消息中输入 / 即可使用。</translation>
    </message>
    <message>
        <source>More for this prompt</source>
        <translation>此提示词的更多操作</translation>
    </message>
    <message>
        <source>Insert into the message</source>
        <translation>插入到消息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Search the prompts</source>
        <translation>搜索提示词</translation>
    </message>
    <message>
        <source>Enter inserts, Escape closes</source>
        <translation>Enter 插入，Escape 关闭</translation>
    </message>
    <message>
        <source>All prompts…</source>
        <translation>所有提示词…</translation>
    </message>
</context>
<context>
    <name>ProxyForm</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Name at the proxy</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Only if it asks for one</source>
        <translation>仅在代理要求时填写</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Use this proxy</source>
        <translation>使用此代理</translation>
    </message>
    <message>
        <source>Kept; leave it empty to go on with it</source>
        <translation>已保存；留空则继续使用</translation>
    </message>
    <message>
        <source>New requests go this way from now on.</source>
        <translation>从现在起，新的请求将使用此设置。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Not used yet: enter where the proxy is.</source>
        <translation>尚未启用：请输入代理的地址。</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s name or address only, such as proxy.example.</source>
        <translation>请只输入代理的主机名或地址，例如 proxy.example。</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>端口必须是 1 到 65535 之间的数字。</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>{answer} (Escape)</source>
        <translation>{answer}（Escape）</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep (Escape)</source>
        <translation>保留（Escape）</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>The gateway is not told: the render may still be charged. You can look for the result later.</source>
        <translation>网关不会收到通知，生成可能仍会收费。之后可以查询结果。</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>继续等待</translation>
    </message>
    <message>
        <source>This is a second request. The first one may be charged too.</source>
        <translation>这是第二次请求。第一次请求也可能收费。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send again · usually {price}</source>
        <translation>重新发送 · 通常 {price}</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Its result can then no longer be looked for here.</source>
        <translation>移除后将无法在这里查询它的结果。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Edit (F2)</source>
        <translation>编辑（F2）</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>对这条消息的操作</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
    <message>
        <source>Waiting message</source>
        <translation>等待的消息</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>保留修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave it as it was (Escape)</source>
        <translation>保持原样（Escape）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Stop the answer and send this now (Ctrl+Enter)</source>
        <translation>停止回答并立即发送这条（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send this now (Ctrl+Enter)</source>
        <translation>立即发送这条（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Next: {text}</source>
        <translation>下一条：{text}</translation>
    </message>
    <message>
        <source>{place} of {count}: {text}</source>
        <translation>第 {place} 条，共 {count} 条：{text}</translation>
    </message>
    <message>
        <source>F2 edits it, Delete removes it, Alt+Up and Alt+Down move it, Ctrl+Enter sends it now.</source>
        <translation>F2 编辑，Delete 移除，Alt+上、Alt+下移动，Ctrl+Enter 立即发送。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Stop the answer and send this now</source>
        <translation>停止回答并立即发送这条</translation>
    </message>
    <message>
        <source>Send this now</source>
        <translation>立即发送这条</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>Waiting messages</source>
        <translation>等待的消息</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>还有 1 条</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>Show the first ones only</source>
        <translation>只显示前几条</translation>
    </message>
    <message>
        <source>Show all that wait</source>
        <translation>显示所有等待的消息</translation>
    </message>
</context>
<context>
    <name>Queued</name>
    <message>
        <source>Wait for the answer to end, or stop it. Your text stays here.</source>
        <translation>请等回答结束，或先停止。你的文字保留在这里。</translation>
    </message>
    <message>
        <source>It was sent before you saved. Your change is here.</source>
        <translation>你保存之前它已发送。你的修改在这里。</translation>
    </message>
</context>
<context>
    <name>Queueing</name>
    <message>
        <source>The waiting message was removed.</source>
        <translation>等待的消息已移除。</translation>
    </message>
</context>
<context>
    <name>QuickPrompt</name>
    <message>
        <source>Quick prompt</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>你的问题</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>有什么想问的？</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Ask (Enter)</source>
        <translation>提问（Enter）</translation>
    </message>
    <message>
        <source>Hide (Esc)</source>
        <translation>隐藏（Esc）</translation>
    </message>
    <message>
        <source>Open in the main window</source>
        <translation>在主窗口中打开</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>新问题</translation>
    </message>
    <message>
        <source>That is too long for here. In the main window it can be attached as a file.</source>
        <translation>内容太长，这里放不下。在主窗口中可以作为文件添加。</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>导航</translation>
    </message>
</context>
<context>
    <name>RawAnswerPanel</name>
    <message>
        <source>Answer of the gateway</source>
        <translation>网关返回的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>复制显示的内容</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>The answer was empty.</source>
        <translation>返回内容为空。</translation>
    </message>
    <message>
        <source>Only the first {size} are shown.</source>
        <translation>只显示前 {size}。</translation>
    </message>
    <message>
        <source>What the gateway answered</source>
        <translation>网关返回的内容</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Escape goes back to the conversation</source>
        <translation>按 Escape 返回对话</translation>
    </message>
</context>
<context>
    <name>RecentImages</name>
    <message>
        <source>From the library</source>
        <translation>从作品库选择</translation>
    </message>
    <message>
        <source>There are no images in the library yet. Make one in the Images tab.</source>
        <translation>作品库中还没有图片。请在“图片”页中生成。</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Attach files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
    <message>
        <source>Clear recent files</source>
        <translation>清除最近的文件</translation>
    </message>
</context>
<context>
    <name>RefundEvidence</name>
    <message>
        <source>Save evidence for a refund</source>
        <translation>保存退款凭据</translation>
    </message>
    <message>
        <source>The evidence is in {name}: request, answer, times and balances, without your key. Send it to the gateway&apos;s support.</source>
        <translation>凭据在 {name} 中：请求、回答、时间和余额，不含密钥。请把它发给网关的客服。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>RefundFacts</name>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>Job id of the gateway</source>
        <translation>网关任务编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>任务状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>错误信息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>发送前余额</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>结束后余额</translation>
    </message>
    <message>
        <source>Other requests at the same time</source>
        <translation>同时进行的其他请求</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
</context>
<context>
    <name>RenamePanel</name>
    <message>
        <source>Rename the profile</source>
        <translation>重命名账户配置</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>账户配置名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>RequestSentences</name>
    <message>
        <source>There is no key yet. Enter one in the settings, or try the demo without a key.</source>
        <translation>还没有密钥。请在设置中输入，或无需密钥先试用演示。</translation>
    </message>
    <message>
        <source>This does not look like a key. Paste it as you got it; it usually starts with “sk-”.</source>
        <translation>这看起来不是密钥。请原样粘贴；密钥通常以“sk-”开头。</translation>
    </message>
    <message>
        <source>The gateway refused the key: it is wrong, paused or revoked. Check it on the website, or enter another.</source>
        <translation>网关拒绝了该密钥：密钥有误、已暂停或已撤销。请到网站上检查，或输入另一个。</translation>
    </message>
    <message>
        <source>The gateway does not allow this with your key. Choose another model, or check the key&apos;s rights.</source>
        <translation>网关不允许你的密钥这样做。请选择其他模型，或检查密钥的权限。</translation>
    </message>
    <message>
        <source>The balance is too low for this request. Add credit or choose a cheaper model, then send again.</source>
        <translation>余额不足以完成此请求。请充值或选择更便宜的模型，然后重新发送。</translation>
    </message>
    <message>
        <source>The gateway did not accept the request. Change it as the details say, then send again.</source>
        <translation>网关没有接受该请求。请按详细信息修改后重新发送。</translation>
    </message>
    <message>
        <source>The gateway does not know this model. Choose another one.</source>
        <translation>网关不认识该模型。请选择其他模型。</translation>
    </message>
    <message>
        <source>There is no gateway at this address. Check the address in the settings.</source>
        <translation>该地址没有网关。请在设置中检查地址。</translation>
    </message>
    <message>
        <source>This model does another kind of work. Choose one made for this tab.</source>
        <translation>该模型用于其他用途。请选择适合此页的模型。</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write what you want first.</source>
        <translation>还没有可发送的内容。请先写下你的需求。</translation>
    </message>
    <message>
        <source>This file cannot be attached. Choose a picture (PNG, JPEG, WebP, GIF) or a text file.</source>
        <translation>无法添加此文件。请选择图片（PNG、JPEG、WebP、GIF）或文本文件。</translation>
    </message>
    <message>
        <source>This model cannot see pictures. Choose another one, or take the pictures out.</source>
        <translation>该模型看不到图片。请选择其他模型，或移除图片。</translation>
    </message>
    <message>
        <source>An answer is still coming here. Wait until it has ended, or stop it, then try again.</source>
        <translation>此处的回答尚未结束。请等待其结束，或停止后再试。</translation>
    </message>
    <message>
        <source>A message takes at most 20 files. Take some out, then send again.</source>
        <translation>一条消息最多可添加 20 个文件。请移除一些后重新发送。</translation>
    </message>
    <message>
        <source>Choose two to four models to compare, then try again.</source>
        <translation>请选择 2 到 4 个模型进行比较，然后重试。</translation>
    </message>
    <message>
        <source>The number of images must be from 1 to 10. Change it, then try again.</source>
        <translation>图片数量必须在 1 到 10 之间。请修改后重试。</translation>
    </message>
    <message>
        <source>The temperature must be from 0 to 2. Change it, or leave it empty.</source>
        <translation>温度必须在 0 到 2 之间。请修改，或留空。</translation>
    </message>
    <message>
        <source>Top P must be from 0 to 1. Change it, or leave it empty.</source>
        <translation>Top P 必须在 0 到 1 之间。请修改，或留空。</translation>
    </message>
    <message>
        <source>The most tokens must be a whole number above 0. Change it, or leave it empty.</source>
        <translation>最大 token 数必须是大于 0 的整数。请修改，或留空。</translation>
    </message>
    <message>
        <source>This chat is in the trash. Take it out, then send again.</source>
        <translation>这个对话在回收站里。请先将它恢复，然后重新发送。</translation>
    </message>
    <message>
        <source>The size must look like 1024x1024. Change it, then try again.</source>
        <translation>尺寸的写法应为 1024x1024。请修改后重试。</translation>
    </message>
    <message>
        <source>A profile needs a name. Enter one, then try again.</source>
        <translation>账户配置需要一个名称。请输入名称后重试。</translation>
    </message>
    <message>
        <source>There are 50 profiles already. Remove one, then try again.</source>
        <translation>账户配置已达 50 个。请先移除一个，然后重试。</translation>
    </message>
    <message>
        <source>The only profile cannot be removed. Add another one first.</source>
        <translation>无法移除唯一的账户配置。请先添加另一个。</translation>
    </message>
    <message>
        <source>The address must start with https:// and name a host. Change it, then try again.</source>
        <translation>地址必须以 https:// 开头并包含主机名。请修改后重试。</translation>
    </message>
    <message>
        <source>A value is out of its range. Change it as the details say, then try again.</source>
        <translation>有一个值超出范围。请按详细信息修改后重试。</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Wait a minute, then try again.</source>
        <translation>短时间内请求过多。请等一分钟再试。</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Try again in {time}.</source>
        <translation>短时间内请求过多。请在 {time} 后重试。</translation>
    </message>
    <message>
        <source>This is more than the model can take. Shorten the text, send fewer files, or start a new chat.</source>
        <translation>内容超出模型的上限。请缩短文字、减少文件，或新建对话。</translation>
    </message>
    <message>
        <source>The answer was larger than this program accepts, so the rest was left out. Ask for less.</source>
        <translation>回答超过本程序可接受的大小，其余部分已舍去。请减少要求的内容。</translation>
    </message>
    <message>
        <source>The gateway waited too long for the request. Check your connection, then try again.</source>
        <translation>网关等待请求的时间过长。请检查网络连接，然后重试。</translation>
    </message>
</context>
<context>
    <name>ResultSentences</name>
    <message>
        <source>The answer holds no picture or video. It is kept in the details; look at it before sending again.</source>
        <translation>回答中没有图片或视频。原文保留在详细信息中；重新发送前请先查看。</translation>
    </message>
    <message>
        <source>The link to the result no longer works. Look for the result again, or make it anew.</source>
        <translation>结果的链接已失效。请重新查询结果，或重新生成。</translation>
    </message>
    <message>
        <source>What was downloaded is no picture or video. It was not kept; look for the result again.</source>
        <translation>下载的内容不是图片或视频，因此没有保留；请重新查询结果。</translation>
    </message>
    <message>
        <source>The result lies at an address this program does not open, for your safety. The details name it.</source>
        <translation>为了你的安全，本程序不会打开结果所在的地址。地址见详细信息。</translation>
    </message>
    <message>
        <source>The gateway says that the work failed. Change the prompt or the model, then try again.</source>
        <translation>网关表示任务失败。请修改提示词或更换模型，然后重试。</translation>
    </message>
    <message>
        <source>The demo could not be started. Try again, or enter a key.</source>
        <translation>无法启动演示。请重试，或输入密钥。</translation>
    </message>
    <message>
        <source>This chat is not there any more.</source>
        <translation>此对话已不存在。</translation>
    </message>
    <message>
        <source>This file holds no settings: choose one that was made by “Export settings”. Nothing was changed.</source>
        <translation>此文件中没有设置：请选择通过“导出设置”生成的文件。没有做任何更改。</translation>
    </message>
    <message>
        <source>This profile is not there any more.</source>
        <translation>此账户配置已不存在。</translation>
    </message>
    <message>
        <source>This file holds no chats: choose the JSON or ZIP file of an export. Nothing was added.</source>
        <translation>此文件中没有对话：请选择导出得到的 JSON 或 ZIP 文件。没有添加任何内容。</translation>
    </message>
    <message>
        <source>These are no chats of a kind this program knows: it reads its own exports and those of ChatGPT and Claude. Nothing was added.</source>
        <translation>无法识别的对话格式：本程序可读取自己的导出文件，以及 ChatGPT 和 Claude 的导出文件。没有添加任何内容。</translation>
    </message>
    <message>
        <source>The archive is locked with a password. Unpack it, then import the JSON file in it.</source>
        <translation>压缩包有密码保护。请先解压，再导入其中的 JSON 文件。</translation>
    </message>
    <message>
        <source>The archive holds names that point out of it, so it was not opened. Nothing was added.</source>
        <translation>压缩包中有指向包外的文件名，因此没有打开。没有添加任何内容。</translation>
    </message>
    <message>
        <source>The file unpacks to more than this program reads. Nothing was added.</source>
        <translation>文件解压后的大小超出本程序的读取上限。没有添加任何内容。</translation>
    </message>
    <message>
        <source>The file is damaged or was not downloaded whole. Download it again, then import it.</source>
        <translation>文件已损坏或没有下载完整。请重新下载，再导入。</translation>
    </message>
    <message>
        <source>The data folder cannot be written, so nothing is sent: what comes could not be kept. Give yourself the right to write there, then start again.</source>
        <translation>数据文件夹无法写入，因此没有发送任何内容：收到的结果将无法保存。请先为自己开启写入权限，然后重新启动程序。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again; nothing that was saved is lost.</source>
        <translation>磁盘已满。请腾出空间后重试；已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>The saved data is damaged and was left untouched. Start the program again: it offers a backup and what can still be read.</source>
        <translation>保存的数据已损坏，程序没有改动它。请重新启动程序：届时可以选择使用备份，或恢复仍可读取的内容。</translation>
    </message>
    <message>
        <source>A file could not be written. Check the folder&apos;s rights and free space, then try again.</source>
        <translation>无法写入文件。请检查文件夹的权限和可用空间，然后重试。</translation>
    </message>
    <message>
        <source>A file could not be read. Check that it is still there and may be opened.</source>
        <translation>无法读取文件。请检查它是否还在并且可以打开。</translation>
    </message>
    <message>
        <source>The saved data comes from a newer version of this program. Install that version again.</source>
        <translation>保存的数据来自更新版本的程序。请重新安装该版本。</translation>
    </message>
    <message>
        <source>Panda Desktop runs already with this data folder, but does not answer. Wait a moment, or end it by the system&apos;s task list, and start again.</source>
        <translation>Panda Desktop 已在使用这个数据文件夹，但没有响应。请稍等片刻，或在系统的任务列表中结束它，然后重新启动。</translation>
    </message>
    <message>
        <source>This computer has no safe store: the key stays in memory until you quit.</source>
        <translation>这台电脑没有安全的密钥库：密钥只保留在内存中，退出后即消失。</translation>
    </message>
    <message>
        <source>The key store of this computer is locked. Unlock it, then try again.</source>
        <translation>这台电脑的密钥库已锁定。请解锁后重试。</translation>
    </message>
    <message>
        <source>The key store did not answer. Unlock it when it asks, then try again.</source>
        <translation>密钥库没有响应。请在它询问时解锁，然后重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside this program. Your work is saved; if it happens again, start it anew.</source>
        <translation>程序内部出错。你的内容已保存；如果再次发生，请重新启动程序。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message numerus="yes">
        <source>%n are back in the library.</source>
        <translation>
            <numerusform>已将 %n 项恢复到作品库。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted for good: {size} are free again.</source>
        <translation>已永久删除，释放了 {size} 空间。</translation>
    </message>
</context>
<context>
    <name>SaveDialogs</name>
    <message>
        <source>Save a copy of the video</source>
        <translation>保存视频副本</translation>
    </message>
    <message>
        <source>Save a copy of the picture</source>
        <translation>保存图片副本</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>SaveMany</name>
    <message>
        <source>Save copies into a folder</source>
        <translation>将副本保存到文件夹</translation>
    </message>
</context>
<context>
    <name>SearchDelegate</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>{speaker}: </source>
        <translation>{speaker}：</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>{words} · archive</source>
        <translation>{words} · 已归档</translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Up and Down go through it, Enter shows the message.</source>
        <translation>用上下键浏览，按 Enter 显示该消息。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search in</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Search the trash</source>
        <translation>搜索回收站</translation>
    </message>
    <message>
        <source>Older messages are still being taken in: more may be found soon.</source>
        <translation>较早的消息仍在建立索引，稍后可能会有更多结果。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Nothing in the trash has these words.</source>
        <translation>回收站中没有包含这些文字的内容。</translation>
    </message>
    <message>
        <source>No message and no title has these words.</source>
        <translation>没有消息或标题包含这些文字。</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 个结果</translation>
    </message>
    <message>
        <source>The best {count} results</source>
        <translation>最相关的 {count} 个结果</translation>
    </message>
    <message>
        <source>{count} results</source>
        <translation>{count} 个结果</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hold to show the key</source>
        <translation>按住以显示密钥</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Up and Down show the settings of a section.</source>
        <translation>用上下键查看各部分的设置。</translation>
    </message>
</context>
<context>
    <name>SeekSlider</name>
    <message>
        <source>Place in the video</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>Place in the video (← and → by 1 s, with Shift by 5 s; Home, End)</source>
        <translation>播放位置（← 和 → 移动 1 秒，加 Shift 移动 5 秒；Home、End 到开头和结尾）</translation>
    </message>
    <message>
        <source>{position} of {duration}</source>
        <translation>{position}，共 {duration}</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>There is nothing to ask: the gateway gave no id for this request. The balance is read again; it shows whether it was charged.</source>
        <translation>无法查询：网关没有给这个请求编号。正在重新查询余额，从中可以看出是否已收费。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The request may have arrived and may have been charged.</source>
        <translation>请求可能已送达，也可能已收费。</translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look for the result</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Leave out older messages</source>
        <translation>省略较早的消息</translation>
    </message>
    <message>
        <source>Change the budget</source>
        <translation>更改预算</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>错误信息</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>技术信息</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>backup restore copy safety damaged</source>
        <translation>备份 恢复 副本 安全 损坏</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>故障排查</translation>
    </message>
    <message>
        <source>log report error crash level</source>
        <translation>日志 报告 错误 崩溃 级别</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>export import file transfer</source>
        <translation>导出 导入 文件 迁移</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>shortcut hotkey keyboard binding</source>
        <translation>快捷键 热键 键盘 按键 绑定</translation>
    </message>
</context>
<context>
    <name>SettingsFileDesk</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>The settings are in {name}. Keys and passwords are not.</source>
        <translation>设置已保存到 {name}。其中不含密钥和密码。</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) taken from the file.</source>
        <translation>
            <numerusform>已从文件导入 %n 项设置。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: see the details.</source>
        <translation>
            <numerusform>有 %n 项未导入：请查看详细信息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known to this version: {names}</source>
        <translation>此版本不支持：{names}</translation>
    </message>
    <message>
        <source>Value out of its range, the old one stays: {names}</source>
        <translation>值超出范围，保留原值：{names}</translation>
    </message>
    <message>
        <source>Different on every computer: {names}</source>
        <translation>因电脑而异：{names}</translation>
    </message>
</context>
<context>
    <name>SettingsFileSettings</name>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Write all settings to a file</source>
        <translation>将所有设置写入文件</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Take the settings of an exported file</source>
        <translation>从导出的文件导入设置</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>设置文件</translation>
    </message>
    <message>
        <source>To keep them, or for another computer. Your keys and passwords are never in the file.</source>
        <translation>用于留存，或在另一台电脑上使用。文件中绝不包含你的密钥和密码。</translation>
    </message>
    <message>
        <source>JSON transfer move computer</source>
        <translation>JSON 传输 迁移 换电脑</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有包含这些字词的设置。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>profile gateway endpoint address API key demo</source>
        <translation>账户配置 网关 接口 地址 API 密钥 演示</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>proxy SOCKS certificate TLS timeout connection test</source>
        <translation>代理 SOCKS 证书 TLS 超时 连接 测试</translation>
    </message>
    <message>
        <source>look</source>
        <translation>外观 界面</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>message title send</source>
        <translation>消息 标题 发送</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>timeout wait</source>
        <translation>超时 等待</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>disk files folder export import backup</source>
        <translation>磁盘 文件 文件夹 导出 导入 备份</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) found</source>
        <translation>
            <numerusform>找到 %n 个分类</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>ShelfFoot</name>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>显示归档</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>显示回收站</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
</context>
<context>
    <name>ShelfHead</name>
    <message>
        <source>Back to the chats</source>
        <translation>返回对话列表</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The trash is empty. Chats you delete stay here for {days} days.</source>
        <translation>回收站是空的。删除的对话会在这里保留 {days} 天。</translation>
    </message>
    <message>
        <source>Chats stay here for {days} days, then they are deleted for good.</source>
        <translation>对话会在这里保留 {days} 天，之后将永久删除。</translation>
    </message>
    <message>
        <source>Nothing is in the archive. It keeps chats you want out of the way, for ever.</source>
        <translation>归档中没有内容。暂时用不到的对话可以归档，会一直保留。</translation>
    </message>
    <message>
        <source>Out of the way, still found by the search.</source>
        <translation>不在列表中显示，但仍可搜索到。</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>The folder “{name}” was deleted; its chats are in the list.</source>
        <translation>文件夹“{name}”已删除，其中的对话已回到列表。</translation>
    </message>
    <message>
        <source>Name and colour…</source>
        <translation>名称和颜色…</translation>
    </message>
    <message>
        <source>Delete the tag…</source>
        <translation>删除标签…</translation>
    </message>
    <message>
        <source>Delete the tag “{name}”? Its chats stay.</source>
        <translation>要删除标签“{name}”吗？带此标签的对话会保留。</translation>
    </message>
    <message>
        <source>“{title}” was moved to the archive.</source>
        <translation>“{title}”已归档。</translation>
    </message>
    <message>
        <source>Delete “{title}” for good?</source>
        <translation>要永久删除“{title}”吗？</translation>
    </message>
    <message>
        <source>Delete everything in the trash for good?</source>
        <translation>要永久删除回收站中的所有内容吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>This chat is in the trash. Restore it to go on with it.</source>
        <translation>此对话在回收站中。恢复后才能继续。</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Backspace for none, Escape to leave it.</source>
        <translation>按 Backspace 清除，按 Escape 取消。</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>改用于此处</translation>
    </message>
    <message>
        <source>“{other}” has no keys then</source>
        <translation>“{other}”将不再有快捷键</translation>
    </message>
    <message>
        <source>These keys write or move. Hold Ctrl or Alt with them, or take F1 to F12.</source>
        <translation>这些按键用于输入文字或移动光标。请搭配 Ctrl 或 Alt 使用，或改用 F1 到 F12。</translation>
    </message>
    <message>
        <source>These keys are for copying and pasting everywhere. Take others.</source>
        <translation>这些按键在各处都用于复制和粘贴。请换用其他按键。</translation>
    </message>
    <message>
        <source>{keys} is “{other}” already.</source>
        <translation>{keys} 已用于“{other}”。</translation>
    </message>
    <message>
        <source>Back to {keys}</source>
        <translation>恢复为 {keys}</translation>
    </message>
    <message>
        <source>Back to no keys</source>
        <translation>恢复为无快捷键</translation>
    </message>
</context>
<context>
    <name>ShortcutSettings</name>
    <message>
        <source>Show all keys</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Also the keys that stay as they are (F1)</source>
        <translation>包括不可更改的快捷键（F1）</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>All keys as they were at first</source>
        <translation>将所有快捷键恢复为初始设置</translation>
    </message>
    <message>
        <source>Press a field, then the keys you want. They hold at once.</source>
        <translation>点击输入框，然后按下想用的按键，立即生效。</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>自定义快捷键</translation>
    </message>
    <message>
        <source>shortcut hotkey reset</source>
        <translation>快捷键 热键 重置</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>新对话（Ctrl+N）</translation>
    </message>
    <message>
        <source>New temporary chat: it leaves nothing behind (Ctrl+Shift+N)</source>
        <translation>新临时对话：不留下任何记录（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Prompts, presets and the completion pad</source>
        <translation>提示词、预设和续写板</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Search all chats…</source>
        <translation>搜索所有对话…</translation>
    </message>
    <message>
        <source>Search in titles and messages (Ctrl+Shift+F)</source>
        <translation>搜索标题和消息（Ctrl+Shift+F）</translation>
    </message>
    <message>
        <source>No chat here carries this tag.</source>
        <translation>这里没有带此标签的对话。</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话列表</translation>
    </message>
</context>
<context>
    <name>SidebarDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>SidebarList</name>
    <message>
        <source>Chats</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>Up and Down go from chat to chat, Enter opens one, the menu key shows what can be done.</source>
        <translation>上下键在对话之间移动，Enter 打开，菜单键显示可用操作。</translation>
    </message>
    <message>
        <source>Everything that can be done</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>SidebarRows</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Tags: {names}</source>
        <translation>标签：{names}</translation>
    </message>
    <message>
        <source>Temporary: gone when the program ends</source>
        <translation>临时对话：程序退出后消失</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>temporary</source>
        <translation>临时对话</translation>
    </message>
    <message>
        <source>in the folder {name}</source>
        <translation>在文件夹“{name}”中</translation>
    </message>
    <message>
        <source>tag {name}</source>
        <translation>标签 {name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>1 chat</source>
        <translation>1 个对话</translation>
    </message>
    <message>
        <source>{count} chats</source>
        <translation>{count} 个对话</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>文件夹 {name}</translation>
    </message>
</context>
<context>
    <name>SizeChoice</name>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Other size, width × height</source>
        <translation>其他尺寸，宽 × 高</translation>
    </message>
    <message>
        <source>Width × height in pixels, such as 1024×1024</source>
        <translation>宽 × 高，单位为像素，例如 1024×1024</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>模型默认</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>model&apos;s own size</source>
        <translation>模型默认尺寸</translation>
    </message>
</context>
<context>
    <name>SpendingChart</name>
    <message>
        <source>Spending by day</source>
        <translation>每日支出</translation>
    </message>
    <message>
        <source>No spending to show.</source>
        <translation>没有可显示的支出。</translation>
    </message>
    <message numerus="yes">
        <source>Bars for %n day(s) or spans of days. Most: {bar}. Arrow keys go from bar to bar.</source>
        <translation>
            <numerusform>柱形图，共 %n 天或时间段。最高：{bar}。使用方向键可逐条查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>SpendingPage</name>
    <message>
        <source>Spending</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>每次调用</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>账户配置</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Write every call of these days to a file</source>
        <translation>将这段时间的每次调用写入文件</translation>
    </message>
    <message>
        <source>Every paid call</source>
        <translation>每次付费调用</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>所有账户配置</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>spending {day}</source>
        <translation>支出 {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) written to {name}.</source>
        <translation>
            <numerusform>已将 %n 次调用写入 {name}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendingSettings</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>See what was spent, and set prices</source>
        <translation>查看支出明细，设置价格</translation>
    </message>
    <message>
        <source>Set budgets</source>
        <translation>设置预算</translation>
    </message>
    <message>
        <source>Spending and prices</source>
        <translation>支出和价格</translation>
    </message>
    <message>
        <source>Every paid call, what it cost, and the prices that are used to foresee a cost.</source>
        <translation>每次付费调用及其费用，以及用于预估费用的价格。</translation>
    </message>
    <message>
        <source>money ledger CSV price balance</source>
        <translation>钱 金额 费用 账本 CSV 价格 余额</translation>
    </message>
    <message>
        <source>Budgets and low balance</source>
        <translation>预算和余额不足提醒</translation>
    </message>
    <message>
        <source>Limits by day, month and chat, and when to warn of a low balance.</source>
        <translation>按天、按月和按对话设置限额，以及何时提醒余额不足。</translation>
    </message>
    <message>
        <source>limit warning</source>
        <translation>限额 上限 提醒 警告</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>money budget price</source>
        <translation>支出 预算 价格</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Picture before (Left)</source>
        <translation>上一张（Left）</translation>
    </message>
    <message>
        <source>Next picture (Right)</source>
        <translation>下一张（Right）</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Fit into the window (0)</source>
        <translation>适应窗口（0）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Compare with another picture (C)</source>
        <translation>与另一张图片对比（C）</translation>
    </message>
    <message>
        <source>Details (I)</source>
        <translation>详细信息（I）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open the connection settings</source>
        <translation>打开连接设置</translation>
    </message>
    <message>
        <source>Ask for the balance again</source>
        <translation>重新查询余额</translation>
    </message>
    <message>
        <source>What the running jobs will cost, as far as it is known</source>
        <translation>进行中的任务预计花费（就目前所知）</translation>
    </message>
    <message>
        <source>Show the running jobs</source>
        <translation>显示进行中的任务</translation>
    </message>
    <message>
        <source>What was spent today. Press to see what for.</source>
        <translation>今天的支出。点击查看明细。</translation>
    </message>
    <message>
        <source>The profile in use. Press to choose another (Ctrl+Shift+U).</source>
        <translation>正在使用的账户配置。点击可切换（Ctrl+Shift+U）。</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>Demo, nothing is charged</source>
        <translation>演示，不收费</translation>
    </message>
    <message>
        <source>No gateway</source>
        <translation>没有网关</translation>
    </message>
    <message>
        <source>{host}: {state}. Press to open the connection settings.</source>
        <translation>{host}：{state}。点击可打开连接设置。</translation>
    </message>
    <message>
        <source>committed {amount}</source>
        <translation>已占用 {amount}</translation>
    </message>
    <message>
        <source>today {amount}</source>
        <translation>今天 {amount}</translation>
    </message>
    <message numerus="yes">
        <source>What was spent today, and %n call(s) of unknown cost. Press to see what for.</source>
        <translation>
            <numerusform>今天的支出，另有 %n 次调用费用未知。点击查看明细。</numerusform>
        </translation>
    </message>
    <message>
        <source>Spending…</source>
        <translation>支出…</translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>1 job running</source>
        <translation>1 个任务进行中</translation>
    </message>
    <message>
        <source>{count} jobs running</source>
        <translation>{count} 个任务进行中</translation>
    </message>
    <message>
        <source>What the running jobs will cost. After them {amount} will be left.</source>
        <translation>进行中任务的预计费用。完成后将剩余 {amount}。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>Press to ask for the balance again; its menu shows what was spent.</source>
        <translation>点击重新查询余额；在菜单中可查看支出。</translation>
    </message>
    <message>
        <source>Spent in all: {amount}.</source>
        <translation>总花费：{amount}。</translation>
    </message>
</context>
<context>
    <name>SummaryWords</name>
    <message>
        <source>Evidence for a refund</source>
        <translation>退款凭据</translation>
    </message>
    <message>
        <source>States, by the clock of this computer (UTC)</source>
        <translation>状态，按本机时钟（UTC）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>The gateway answered nothing.</source>
        <translation>网关没有回答。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>Job id of the gateway</source>
        <translation>网关的任务编号</translation>
    </message>
    <message>
        <source>Job id of this program</source>
        <translation>本程序的任务编号</translation>
    </message>
    <message>
        <source>Results asked for</source>
        <translation>请求的结果数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Last status</source>
        <translation>最后状态</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Results received</source>
        <translation>收到的结果数</translation>
    </message>
    <message>
        <source>Answer (bytes, SHA-256)</source>
        <translation>回答（字节数、SHA-256）</translation>
    </message>
    <message>
        <source>Places hidden in the answer because they looked like a key</source>
        <translation>回答中因疑似密钥而隐去的地方</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>之前余额</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>之后余额</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Other paid requests at the same time</source>
        <translation>同时进行的其他付费请求</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>排队等候</translation>
    </message>
    <message>
        <source>sent, waiting for the answer</source>
        <translation>已发送，等待回答</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>the gateway works on it</source>
        <translation>网关正在处理</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>the result could no longer be fetched</source>
        <translation>结果已无法取得</translation>
    </message>
    <message>
        <source>answered without a result</source>
        <translation>有回答但没有结果</translation>
    </message>
    <message>
        <source>no longer waited for</source>
        <translation>不再等待</translation>
    </message>
</context>
<context>
    <name>SumsModel</name>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Tab goes to the messages and their buttons, Enter reads a message line by line.</source>
        <translation>Tab 转到消息及其按钮，Enter 逐行朗读消息。</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Do not wrap</source>
        <translation>不换行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The answer did not arrive.</source>
        <translation>没有收到回答。</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Arrow keys go from cell to cell.</source>
        <translation>方向键在单元格之间移动。</translation>
    </message>
    <message>
        <source>Arrow keys go from cell to cell, Alt+Up and Alt+Down sort by the column one is in.</source>
        <translation>方向键在单元格之间移动，Alt+上 和 Alt+下 按当前列排序。</translation>
    </message>
    <message>
        <source>Sorted by {heading}, ascending</source>
        <translation>按{heading}升序排列</translation>
    </message>
    <message>
        <source>Sorted by {heading}, descending</source>
        <translation>按{heading}降序排列</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Tag {name}</source>
        <translation>标签 {name}</translation>
    </message>
    <message>
        <source>Only chats with the tag “{name}”</source>
        <translation>只显示带有标签“{name}”的对话</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Change the tag</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (Escape)</source>
        <translation>取消（Escape）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>标签颜色</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Add pictures and videos</source>
        <translation>添加图片和视频</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message numerus="yes">
        <source>%n files are in the library.</source>
        <translation>
            <numerusform>%n 个文件已添加到作品库。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>{name} ({reason})</source>
        <translation>{name}（{reason}）</translation>
    </message>
    <message>
        <source>Not taken: {names}.</source>
        <translation>未添加：{names}。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>no picture or video</source>
        <translation>不是图片或视频</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the data folder cannot be written</source>
        <translation>数据文件夹无法写入</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>The answer is there</source>
        <translation>回答已完成</translation>
    </message>
    <message>
        <source>An answer did not come to its end</source>
        <translation>有一个回答未能完成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) ready</source>
        <translation>
            <numerusform>%n 张图片已生成</numerusform>
        </translation>
    </message>
    <message>
        <source>The images could not be made</source>
        <translation>图片生成失败</translation>
    </message>
    <message>
        <source>The video is ready</source>
        <translation>视频已生成</translation>
    </message>
    <message>
        <source>The video could not be made</source>
        <translation>视频生成失败</translation>
    </message>
    <message>
        <source>No answer came</source>
        <translation>没有收到回应</translation>
    </message>
    <message>
        <source>It may have been charged. Open Panda to look for the result, which is free.</source>
        <translation>可能已扣费。打开 Panda 可查询结果，查询免费。</translation>
    </message>
    <message>
        <source>A result needs you</source>
        <translation>有一个结果需要你处理</translation>
    </message>
    <message>
        <source>Open Panda to see why and what can be done.</source>
        <translation>打开 Panda 查看原因和处理办法。</translation>
    </message>
</context>
<context>
    <name>TemporaryBar</name>
    <message>
        <source>Temporary chat: it is kept in memory only, and gone when you delete it or close the program.</source>
        <translation>临时对话：只保留在内存中，删除它或关闭程序后即消失。</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Escape）</translation>
    </message>
    <message>
        <source>This is the beginning of the file. Save a copy to read all of it.</source>
        <translation>这里只是文件的开头。保存副本即可阅读全部。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Remove the star (S)</source>
        <translation>取消星标（S）</translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation>加星标（S）</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Choose (Ctrl+Space)</source>
        <translation>选择（Ctrl+空格）</translation>
    </message>
</context>
<context>
    <name>TileModel</name>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>without a prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
</context>
<context>
    <name>TilePictures</name>
    <message>
        <source>This picture is too large to be shown</source>
        <translation>此图片过大，无法显示</translation>
    </message>
    <message>
        <source>This file is not a picture</source>
        <translation>此文件不是图片</translation>
    </message>
    <message>
        <source>This file is damaged</source>
        <translation>此文件已损坏</translation>
    </message>
    <message>
        <source>The file is no longer there</source>
        <translation>文件已不存在</translation>
    </message>
</context>
<context>
    <name>TileView</name>
    <message>
        <source>Arrow keys go from one to the next, Enter opens it, the menu key shows what can be done.</source>
        <translation>方向键逐个移动，Enter 打开，菜单键显示可用操作。</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>Toolbox</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>提示词库</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>预设…</translation>
    </message>
    <message>
        <source>Completion pad</source>
        <translation>续写板</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Apply a preset…</source>
        <translation>应用预设…</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>All presets…</source>
        <translation>所有预设…</translation>
    </message>
    <message>
        <source>Insert a prompt</source>
        <translation>插入提示词</translation>
    </message>
    <message>
        <source>Save as prompt…</source>
        <translation>存为提示词…</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>chosen by {route}</source>
        <translation>由 {route} 选择</translation>
    </message>
    <message>
        <source>asked for {model}</source>
        <translation>请求的是 {model}</translation>
    </message>
    <message>
        <source>Thinking · {time}</source>
        <translation>正在思考 · {time}</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>思考用时 {time}</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Waiting for the gateway · {time}</source>
        <translation>等待网关 · {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>回答中断。</translation>
    </message>
    <message>
        <source>Stopped by you.</source>
        <translation>你停止了回答。</translation>
    </message>
    <message>
        <source>Cut at the length limit.</source>
        <translation>已达到长度上限，回答被截断。</translation>
    </message>
    <message>
        <source>Ended by the gateway&apos;s content filter.</source>
        <translation>回答被网关的内容过滤器中止。</translation>
    </message>
    <message>
        <source>The model asked for a tool, and this program has none. Ask it to answer without tools.</source>
        <translation>模型想调用工具，而本程序没有。请让它不用工具回答。</translation>
    </message>
    <message>
        <source>The gateway ended the answer with “{reason}”.</source>
        <translation>网关结束了回答，原因为“{reason}”。</translation>
    </message>
    <message>
        <source>The model sent its thoughts but no answer text.</source>
        <translation>模型只给出了思考过程，没有给出回答。</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>回答为空。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>创建分支</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} token</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 token</translation>
    </message>
    <message>
        <source>first {seconds} s</source>
        <translation>首字 {seconds} 秒</translation>
    </message>
    <message>
        <source>{speed} tok/s</source>
        <translation>{speed} token/秒</translation>
    </message>
    <message>
        <source>{cost} with others</source>
        <translation>{cost}（含其他请求）</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>{model}, writing</source>
        <translation>{model}，正在回答</translation>
    </message>
    <message>
        <source>{model}, stopped by you</source>
        <translation>{model}，已由你停止</translation>
    </message>
    <message>
        <source>{model}, interrupted</source>
        <translation>{model}，已中断</translation>
    </message>
    <message>
        <source>{model}, failed</source>
        <translation>{model}，失败</translation>
    </message>
    <message>
        <source>Picture · {size}</source>
        <translation>图片 · {size}</translation>
    </message>
    <message>
        <source>Text · {size} · only its beginning is sent</source>
        <translation>文本 · {size} · 只发送开头</translation>
    </message>
    <message>
        <source>Text · {size}</source>
        <translation>文本 · {size}</translation>
    </message>
    <message>
        <source>This file is gone or was changed on this computer.</source>
        <translation>这个文件已不存在，或在本机上被改动。</translation>
    </message>
    <message>
        <source>File is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>Attached: {file}</source>
        <translation>附件：{file}</translation>
    </message>
    <message>
        <source>Image in the text</source>
        <translation>文中的图片</translation>
    </message>
    <message>
        <source>Image from {host}</source>
        <translation>来自 {host} 的图片</translation>
    </message>
    <message>
        <source>{image} — not loaded: switched off in the settings, under Privacy</source>
        <translation>{image}，未加载：已在设置的“隐私”中关闭</translation>
    </message>
    <message>
        <source>{image} — loading…</source>
        <translation>{image}，正在加载…</translation>
    </message>
    <message>
        <source>{image} — it cannot be shown</source>
        <translation>{image}，无法显示</translation>
    </message>
    <message>
        <source>{image} — {reason} Try again</source>
        <translation>{image}，{reason}重试</translation>
    </message>
    <message>
        <source>{image} — not shown: too large, or not a PNG, JPEG, WebP or GIF</source>
        <translation>{image}，未显示：太大，或不是 PNG、JPEG、WebP、GIF</translation>
    </message>
    <message>
        <source>{image} — load once</source>
        <translation>{image}，加载一次</translation>
    </message>
    <message>
        <source>its address is not a safe one (https, and not in your own network).</source>
        <translation>它的地址不安全（需要 https，且不在你自己的网络中）。</translation>
    </message>
    <message>
        <source>it is not there any more.</source>
        <translation>它已不在那里。</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>它太大。</translation>
    </message>
    <message>
        <source>what came is no image that can be shown.</source>
        <translation>收到的不是能显示的图片。</translation>
    </message>
    <message>
        <source>there is no room on this computer.</source>
        <translation>本机空间不足。</translation>
    </message>
    <message>
        <source>the server could not be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Read with a cursor</source>
        <translation>用光标阅读</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Show side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Compare with other models…</source>
        <translation>与其他模型对比…</translation>
    </message>
    <message>
        <source>{name} has answered.</source>
        <translation>{name} 已回答。</translation>
    </message>
</context>
<context>
    <name>TrashPane</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put back what is chosen (R)</source>
        <translation>恢复所选内容（R）</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Delete for good (Del)</source>
        <translation>永久删除（Del）</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Delete everything for good</source>
        <translation>永久删除所有内容</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What you delete is kept here for 30 days, then it goes for good.</source>
        <translation>删除的内容会在这里保留 30 天，之后将永久删除。</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回作品库</translation>
    </message>
    <message numerus="yes">
        <source>%n items, {size}.</source>
        <translation>
            <numerusform>%n 项，{size}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is kept for 30 days, then it goes for good.</source>
        <translation>每项保留 30 天，之后将永久删除。</translation>
    </message>
    <message>
        <source>Kept until {day}</source>
        <translation>保留至 {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n items and their files ({size}) go for good. They were paid for and cannot be made again exactly.</source>
        <translation>
            <numerusform>%n 项及其文件（{size}）将被永久删除。这些内容是付费生成的，无法再生成完全相同的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message numerus="yes">
        <source>Everything in the trash, %n items and their files ({size}), goes for good.</source>
        <translation>
            <numerusform>回收站中的所有内容，共 %n 项及其文件（{size}），将被永久删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Panda Desktop</source>
        <translation>Panda Desktop</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or video(s) on the way</source>
        <translation>
            <numerusform>正在生成 %n 个图片或视频</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being made</source>
        <translation>没有正在生成的内容</translation>
    </message>
    <message>
        <source>Open Panda Desktop</source>
        <translation>打开 Panda Desktop</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Quick prompt</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Open with the system player</source>
        <translation>用系统播放器打开</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UnknownWords</name>
    <message>
        <source>Outcome unknown: {reason} {charge}</source>
        <translation>结果未知：{reason}{charge}</translation>
    </message>
    <message>
        <source>the program ended while it was waiting.</source>
        <translation>程序在等待时退出。</translation>
    </message>
    <message>
        <source>no answer came within {time}, the longest wait of the settings.</source>
        <translation>在设置的最长等待时间 {time} 内没有回应。</translation>
    </message>
    <message>
        <source>no answer came.</source>
        <translation>没有回应。</translation>
    </message>
    <message>
        <source>the gateway cut the call after {time}.</source>
        <translation>网关在 {time} 后中断了请求。</translation>
    </message>
    <message>
        <source>no answer came within {time}.</source>
        <translation>{time} 内没有回应。</translation>
    </message>
    <message>
        <source>the gateway answered with an error after {time}.</source>
        <translation>网关在 {time} 后返回错误。</translation>
    </message>
    <message>
        <source>the connection was lost after {time}.</source>
        <translation>连接在 {time} 后中断。</translation>
    </message>
    <message>
        <source>the request ended without an answer after {time}.</source>
        <translation>请求在 {time} 后结束，没有回应。</translation>
    </message>
</context>
<context>
    <name>VariableForm</name>
    <message>
        <source>Fill in “{name}”</source>
        <translation>填写“{name}”</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert (Ctrl+Enter)</source>
        <translation>插入（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Escape)</source>
        <translation>返回（Escape）</translation>
    </message>
    <message>
        <source>That is too long to be filled in, so nothing was pasted.</source>
        <translation>内容太长，无法填入，没有粘贴。</translation>
    </message>
    <message>
        <source>Enter goes on, Shift+Enter begins a new line</source>
        <translation>Enter 继续，Shift+Enter 换行</translation>
    </message>
</context>
<context>
    <name>VariationChip</name>
    <message>
        <source>No variation</source>
        <translation>取消变体</translation>
    </message>
    <message>
        <source>Variation of “{prompt}”</source>
        <translation>“{prompt}”的变体</translation>
    </message>
</context>
<context>
    <name>VideoCommands</name>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Describe a new video</source>
        <translation>描述新视频</translation>
    </message>
    <message>
        <source>Past video prompts</source>
        <translation>历史视频提示词</translation>
    </message>
    <message>
        <source>Make the video</source>
        <translation>生成视频</translation>
    </message>
    <message>
        <source>Choose a first frame from a file</source>
        <translation>从文件选择首帧</translation>
    </message>
    <message>
        <source>Choose a first frame from the library</source>
        <translation>从作品库选择首帧</translation>
    </message>
    <message>
        <source>Remove the first frame</source>
        <translation>移除首帧</translation>
    </message>
    <message>
        <source>Play or pause the video</source>
        <translation>播放或暂停视频</translation>
    </message>
    <message>
        <source>Put this frame of the video into the library</source>
        <translation>将视频的当前帧存入作品库</translation>
    </message>
    <message>
        <source>Make the next clip from this frame of the video</source>
        <translation>用视频的这一帧生成下一个片段</translation>
    </message>
    <message>
        <source>Show the video on the full screen</source>
        <translation>全屏显示视频</translation>
    </message>
    <message>
        <source>Save the video as…</source>
        <translation>视频另存为…</translation>
    </message>
</context>
<context>
    <name>VideoForm</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What should happen? Name the subject, its movement, the camera, the light.</source>
        <translation>想要什么样的视频？请描述主体、动作、镜头和光线。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Make video</source>
        <translation>生成视频</translation>
    </message>
    <message>
        <source>Make video (Ctrl+Enter)</source>
        <translation>生成视频（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Past prompts</source>
        <translation>历史提示词</translation>
    </message>
    <message>
        <source>Prompts of earlier videos (Up in an empty prompt)</source>
        <translation>以前的视频提示词（提示词为空时按上方向键）</translation>
    </message>
    <message>
        <source>{count} characters are too much for a prompt; nothing was pasted.</source>
        <translation>{count} 个字符超过提示词的上限；内容未粘贴。</translation>
    </message>
</context>
<context>
    <name>VideoPlayer</name>
    <message>
        <source>Video: {prompt}</source>
        <translation>视频：{prompt}</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Click or Space plays and pauses, a double click fills the screen</source>
        <translation>单击或按 Space 播放或暂停，双击全屏</translation>
    </message>
</context>
<context>
    <name>VideoProblem</name>
    <message>
        <source>The file of this video is no longer there. It may have been moved or deleted.</source>
        <translation>此视频的文件已不存在，可能已被移动或删除。</translation>
    </message>
    <message>
        <source>This file cannot be played here: it is damaged or not a video. It is kept as it came.</source>
        <translation>无法播放此文件：文件已损坏或不是视频。文件按原样保留。</translation>
    </message>
    <message>
        <source>This video uses a format that cannot be shown here. The file is whole; another player may show it.</source>
        <translation>此视频的格式无法在这里播放。文件是完整的，可以尝试其他播放器。</translation>
    </message>
</context>
<context>
    <name>VideoTimes</name>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
</context>
<context>
    <name>VideosPage</name>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>There are no past prompts yet.</source>
        <translation>还没有历史提示词。</translation>
    </message>
    <message>
        <source>The frame is in the library. Describe what happens next, then make the video.</source>
        <translation>此帧已保存到作品库。描述接下来发生的事，然后生成视频。</translation>
    </message>
    <message>
        <source>Use as first frame</source>
        <translation>用作首帧</translation>
    </message>
    <message>
        <source>The frame is in the library.</source>
        <translation>此帧已存入作品库。</translation>
    </message>
    <message>
        <source>The video is ready: {prompt}</source>
        <translation>视频已生成：{prompt}</translation>
    </message>
    <message>
        <source>{state} The video was: {prompt}</source>
        <translation>{state} 视频的提示词：{prompt}</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>继续等待</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 张，共 {count} 张</translation>
    </message>
    <message>
        <source>Stop waiting? It may still be charged, and the pictures may be lost.</source>
        <translation>要停止等待吗？可能仍会收费，图片也可能丢失。</translation>
    </message>
</context>
<context>
    <name>WaitingSettings</name>
    <message>
        <source>Longest wait for a video</source>
        <translation>视频最长等待时间</translation>
    </message>
    <message>
        <source>After it the program stops waiting. The gateway may go on, and may charge for it.</source>
        <translation>超过后程序不再等待。网关可能继续进行，也可能收费。</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Your message is sent once more in {time}; nothing was charged so far.</source>
        <translation>短时间内请求太多。你的消息会在 {time} 后再发送一次；到目前为止没有计费。</translation>
    </message>
    <message>
        <source>No data for {time}. The answer may still come; if you stop it, what has arrived is kept.</source>
        <translation>已有 {time} 没有数据。回答仍可能到来；如果停止，已到的内容会保留。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Enter a key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>What can I help with?</source>
        <translation>有什么可以帮忙的？</translation>
    </message>
    <message>
        <source>Ask in any language. The model above answers; your chats are kept on this computer.</source>
        <translation>用任何语言提问，由上方的模型回答；对话保存在这台电脑上。</translation>
    </message>
    <message>
        <source>One key, and you can start</source>
        <translation>只需一个密钥即可开始</translation>
    </message>
    <message>
        <source>Chats are answered over your Panda World account. Enter its key, or try the demo: it makes its answers on this computer and costs nothing.</source>
        <translation>对话通过你的 Panda World 账户获得回答。请输入密钥，或试用演示：演示的回答由这台电脑生成，不收费。</translation>
    </message>
    <message>
        <source>Explain something</source>
        <translation>解释概念</translation>
    </message>
    <message>
        <source>Explain in plain words how a heat pump works, with a small example.</source>
        <translation>用通俗的语言解释热泵的工作原理，并举一个小例子。</translation>
    </message>
    <message>
        <source>Write for me</source>
        <translation>帮我写作</translation>
    </message>
    <message>
        <source>Write a friendly note to a customer whose order is two days late.</source>
        <translation>给一位订单晚到两天的客户写一封友好的说明。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比分析</translation>
    </message>
    <message>
        <source>Compare SQLite and PostgreSQL for a small shop, in a table.</source>
        <translation>用表格对比 SQLite 和 PostgreSQL，看哪个更适合小店铺。</translation>
    </message>
    <message>
        <source>Help me with code</source>
        <translation>帮我写代码</translation>
    </message>
    <message>
        <source>Write a Python function that finds the longest line of a file.</source>
        <translation>写一个 Python 函数，找出文件中最长的一行。</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <translation>{count} 秒前</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} B</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{count} %</source>
        <translation>{count}%</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>_Border</name>
    <message>
        <source>{name}: drag it, or press Left or Right</source>
        <translation>{name}：拖动，或按左右方向键</translation>
    </message>
</context>
<context>
    <name>_Overlay</name>
    <message>
        <source>Drop pictures and videos here to keep a copy in the library</source>
        <translation>将图片和视频拖到这里，在作品库中保存副本</translation>
    </message>
</context>
<context>
    <name>_Spoken</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>_StagedBar</name>
    <message>
        <source>Quit now</source>
        <translation>立即退出</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>不恢复</translation>
    </message>
</context>
<context>
    <name>_TitleButton</name>
    <message>
        <source>Title of the chat: {title}</source>
        <translation>对话标题：{title}</translation>
    </message>
    <message>
        <source>{title}
Click to rename (F2)</source>
        <translation>{title}
点击重命名（F2）</translation>
    </message>
</context>
</TS>
