<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Account</source>
        <translation>账户</translation>
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
        <source>The gateway stopped waiting for the model. The work may still be going on: look before you send it again.</source>
        <translation>网关不再等待该模型。任务可能仍在进行：重新发送前请先查看结果。</translation>
    </message>
    <message>
        <source>This address sends requests elsewhere, so nothing was sent on. Check the address in the settings.</source>
        <translation>该地址会把请求转到别处，因此没有继续发送。请在设置中检查地址。</translation>
    </message>
    <message>
        <source>A web page answered instead of the gateway. If this network has a sign-in page, sign in first; else check the address.</source>
        <translation>应答的是网页而不是网关。如果此网络有登录页，请先登录；否则请检查地址。</translation>
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
        <source>The connection to {host} is not safe, so nothing was sent. Check the computer&apos;s date and any security software or proxy.</source>
        <translation>与 {host} 的连接不安全，因此没有发送任何内容。请检查电脑的日期，以及安全软件或代理。</translation>
    </message>
    <message>
        <source>The proxy did not let the request through. Check the proxy settings of this computer.</source>
        <translation>代理没有放行该请求。请检查这台电脑的代理设置。</translation>
    </message>
    <message>
        <source>The connection was lost while waiting for the answer. Check it, then try again.</source>
        <translation>等待回答时连接中断。请检查网络，然后重试。</translation>
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
        <source>Language</source>
        <translation>语言</translation>
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
        <source>Used from the next start of the program.</source>
        <translation>下次启动程序时生效。</translation>
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
        <source>The key comes from PANDA_API_KEY. It serves this run and is stored nowhere.</source>
        <translation>密钥来自 PANDA_API_KEY，仅用于本次运行，不会保存。</translation>
    </message>
</context>
<context>
    <name>BlockedWindow</name>
    <message>
        <source>Panda Desktop</source>
        <translation>Panda Desktop</translation>
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
    <name>CardPoster</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>ChargeWords</name>
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
        <source>Wait for the answer to end, or stop it. Your text stays here.</source>
        <translation>请等回答结束，或先停止回答。你的文字会留在这里。</translation>
    </message>
    <message>
        <source>This chat is in the trash. Restore it first. Your text stays here.</source>
        <translation>此对话在回收站中。请先恢复它。你的文字会留在这里。</translation>
    </message>
    <message>
        <source>The text to paste is too long: {count} characters. A message holds up to {limit} characters, or {lines} lines at once. Nothing was pasted: paste only what matters.</source>
        <translation>要粘贴的文字过长：{count} 个字符。一条消息最多 {limit} 个字符，一次最多 {lines} 行。内容未粘贴，请只粘贴需要的部分。</translation>
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
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
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
        <source>Enter sends, Shift+Enter begins a new line.</source>
        <translation>按 Enter 发送，Shift+Enter 换行。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
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
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the answer (Escape)</source>
        <translation>停止回答（Escape）</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送（Enter）</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>≈ {count} token</translation>
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
        <source>Answer again with</source>
        <translation>选择模型重新生成</translation>
    </message>
    <message>
        <source>This kind of link is never opened.</source>
        <translation>为了安全，不会打开此类链接。</translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
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
    <message>
        <source>Delete this message?</source>
        <translation>要删除这条消息吗？</translation>
    </message>
    <message>
        <source>Delete this message and the one after it?</source>
        <translation>要删除这条消息和它后面的 1 条消息吗？</translation>
    </message>
    <message>
        <source>Delete this message and the {count} after it?</source>
        <translation>要删除这条消息和它后面的 {count} 条消息吗？</translation>
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
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Save a copy of the picture (S)</source>
        <translation>保存图片副本（S）</translation>
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
        <source>Remove the star (F)</source>
        <translation>取消收藏（F）</translation>
    </message>
    <message>
        <source>Star (F)</source>
        <translation>收藏（F）</translation>
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
    <name>ElapsedLabel</name>
    <message>
        <source>{elapsed} · usually {usual}</source>
        <translation>{elapsed} · 通常 {usual}</translation>
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
        <source>More for this chat</source>
        <translation>此对话的更多操作</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>模型：{model}</translation>
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
        <source>Ctrl+Enter generates</source>
        <translation>按 Ctrl+Enter 生成</translation>
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
        <source>Prompts of earlier pictures</source>
        <translation>以前生成图片用过的提示词</translation>
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
    <message>
        <source>Past prompts</source>
        <translation>历史提示词</translation>
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
        <source>Or begin with</source>
        <translation>或者从这些开始</translation>
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
        <source>Star all</source>
        <translation>全部收藏</translation>
    </message>
    <message>
        <source>Remove the stars</source>
        <translation>全部取消收藏</translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>删除 {count} 项</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
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
    <name>JobCard</name>
    <message>
        <source>Picture of the video</source>
        <translation>视频画面</translation>
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
        <source>Send again</source>
        <translation>重新发送</translation>
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
        <source>Sent, no answer yet — may have been charged</source>
        <translation>已发送，尚无回应，可能已收费</translation>
    </message>
    <message>
        <source>The gateway could not make it</source>
        <translation>网关未能生成</translation>
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
        <source>Answered without a video.</source>
        <translation>返回内容中没有视频。</translation>
    </message>
    <message>
        <source>Taken back before it was sent. Nothing was charged.</source>
        <translation>在发送前已撤回，没有收费。</translation>
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
    <name>Leaving</name>
    <message>
        <source>A picture or video is still being waited for. If you quit now, its answer is lost here and it may be charged all the same.</source>
        <translation>还在等待 1 个图片或视频的结果。如果现在退出，将收不到结果，但仍可能收费。</translation>
    </message>
    <message>
        <source>{count} pictures or videos are still being waited for. If you quit now, their answers are lost here and they may be charged all the same.</source>
        <translation>还在等待 {count} 个图片或视频的结果。如果现在退出，将收不到结果，但仍可能收费。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍然退出</translation>
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
        <source>Search prompts and models</source>
        <translation>搜索提示词和模型</translation>
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
        <source>Every picture and video you make is kept here, on this computer.</source>
        <translation>你生成的图片和视频都会出现在这里，并保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Make a picture</source>
        <translation>生成图片</translation>
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
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 to 2: low is steady, high is inventive.</source>
        <translation>0 到 2：越低越稳定，越高越有创意。</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>0 to 1: how many of the likely words are considered.</source>
        <translation>0 到 1：考虑多大范围的候选词。</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <translation>最大 token 数</translation>
    </message>
    <message>
        <source>How long an answer may get; 1 or more.</source>
        <translation>回答的长度上限；至少为 1。</translation>
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
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
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
    <name>Question</name>
    <message>
        <source>{answer} (Escape)</source>
        <translation>{answer}（Escape）</translation>
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
        <translation>无法附加此文件。请选择图片（PNG、JPEG、WebP、GIF）或文本文件。</translation>
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
        <translation>一条消息最多可附加 20 个文件。请移除一些后重新发送。</translation>
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
        <source>The size must look like 1024x1024. Change it, then try again.</source>
        <translation>尺寸的写法应为 1024x1024。请修改后重试。</translation>
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
        <source>The disk is full. Free some space, then try again; nothing that was saved is lost.</source>
        <translation>磁盘已满。请腾出空间后重试；已保存的内容不会丢失。</translation>
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
        <source>The saved data is damaged and was left untouched. Open the data folder to restore a backup.</source>
        <translation>保存的数据已损坏，未作任何改动。请打开数据文件夹恢复备份。</translation>
    </message>
    <message>
        <source>The saved data comes from a newer version of this program. Install that version again.</source>
        <translation>保存的数据来自更新版本的程序。请重新安装该版本。</translation>
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
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
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
        <source>What was spent today</source>
        <translation>今天的花费</translation>
    </message>
    <message>
        <source>Show the running jobs</source>
        <translation>显示进行中的任务</translation>
    </message>
    <message>
        <source>The profile in use</source>
        <translation>正在使用的配置</translation>
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
    <message>
        <source>1 job running</source>
        <translation>1 个任务进行中</translation>
    </message>
    <message>
        <source>{count} jobs running</source>
        <translation>{count} 个任务进行中</translation>
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
        <source>Press to ask for the balance again.</source>
        <translation>点击可重新查询余额。</translation>
    </message>
    <message>
        <source>Spent in all: {amount}.</source>
        <translation>总花费：{amount}。</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
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
    <name>TemporaryBar</name>
    <message>
        <source>Temporary chat: it is kept in memory only, and gone when you delete it or close the program.</source>
        <translation>临时对话：只保留在内存中，删除它或关闭程序后即消失。</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Remove the star (F)</source>
        <translation>取消收藏（F）</translation>
    </message>
    <message>
        <source>Star (F)</source>
        <translation>收藏（F）</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Choose (Space)</source>
        <translation>选择（Space）</translation>
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
        <source>{count} tokens</source>
        <translation>{count} token</translation>
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
        <source>{name} has answered.</source>
        <translation>{name} 已回答。</translation>
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
        <source>Make video (Ctrl+Enter in the prompt)</source>
        <translation>生成视频（在提示词中按 Ctrl+Enter）</translation>
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
</context>
<context>
    <name>_Spoken</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
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
