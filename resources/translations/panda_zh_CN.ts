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
            <source>{key} is in this computer's key store.</source>
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
            <source>The connection to {host} is not safe, so nothing was sent. Check the computer's date and any security software or proxy.</source>
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
    </context>
    <context>
        <name>ElapsedLabel</name>
        <message>
            <source>{elapsed} · usually {usual}</source>
            <translation>{elapsed} · 通常 {usual}</translation>
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
            <source>It is kept in this computer's key store and sent to the gateway only.</source>
            <translation>密钥保存在这台电脑的密钥库中，只发送给网关。</translation>
        </message>
        <message>
            <source>Answers are made on this computer. Nothing is charged.</source>
            <translation>回答由这台电脑生成，不收费。</translation>
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
            <translation>资料库</translation>
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
            <translation>文字大小 100 %</translation>
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
        <name>Rail</name>
        <message>
            <source>Places</source>
            <translation>位置</translation>
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
            <source>The gateway does not allow this with your key. Choose another model, or check the key's rights.</source>
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
            <translation>结果的链接已失效。请重新查找结果，或重新生成。</translation>
        </message>
        <message>
            <source>What was downloaded is no picture or video. It was not kept; look for the result again.</source>
            <translation>下载的内容不是图片或视频，因此没有保留；请重新查找结果。</translation>
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
            <source>The disk is full. Free some space, then try again; nothing that was saved is lost.</source>
            <translation>磁盘已满。请腾出空间后重试；已保存的内容不会丢失。</translation>
        </message>
        <message>
            <source>A file could not be written. Check the folder's rights and free space, then try again.</source>
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
        <name>SecretField</name>
        <message>
            <source>Hold to show the key</source>
            <translation>按住以显示密钥</translation>
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
            <translation>查找结果</translation>
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
            <translation>状态</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
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
            <translation>{host}：{state}。按下可打开连接设置。</translation>
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
            <translation>按下可重新查询余额。</translation>
        </message>
        <message>
            <source>Spent in all: {amount}.</source>
            <translation>总花费：{amount}。</translation>
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
</TS>
