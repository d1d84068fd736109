"""The chain an item belongs to: chat, picture, variation, video, frame, next clip, with what each cost.

Promise: read only; a chain that runs in a circle, which only a damaged database has, ends.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from panda_desktop.domain.jobs import Job
from panda_desktop.domain.lineage import Lineage, LineageLink, LinkKind, cost_of
from panda_desktop.domain.media import MediaItem, MediaKind, Origin
from panda_desktop.services.media.library import LibraryService
from panda_desktop.storage.conversations import ConversationStore
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.media import MediaStore

MOST_LINKS: Final = 1_000


class LineageService:
    """See `contract.LineageQueries`."""

    def __init__(
        self, library: LibraryService, store: MediaStore, jobs: JobStore, conversations: ConversationStore
    ) -> None:
        """Needs a library that has started."""
        self._library = library
        self._store = store
        self._jobs = jobs
        self._conversations = conversations

    async def lineage(self, item_id: str) -> Lineage:
        """Returns what the item came from and what became of it."""
        focus = self._library.item(item_id)
        gone = {item.id: item for item in await self._store.gone()}
        items = gone | {item.id: item for item in self._library.all_items()}
        above, is_cut_above = _above(focus, items)
        below, is_cut_below = _below(focus, items.values(), {item.id for item in above})
        chain = [*above, *below]
        jobs = await self._jobs.many([item.job_id for item in chain if item.job_id is not None])
        origin = chain[0].origin or _asked_origin(jobs.get(chain[0].job_id or ""))
        chat = [await self._chat(origin)] if origin is not None else []
        links = [*chat]
        depths = {link.key: 0 for link in chat}
        for item in chain:
            # The first item hangs on the chat, when there is one; each other one on an item before it.
            parent = chat[0].key if chat and links == chat else item.parent_id
            parent = parent if parent in depths else None
            depths[item.id] = 0 if parent is None else depths[parent] + 1
            links.append(_link(item, jobs, parent, depths[item.id], is_gone=item.id in gone))
        path = tuple(links[: len(links) - len(below) + 1])
        is_cut = is_cut_above or is_cut_below
        return Lineage(focus.id, tuple(links), path, cost_of(links), cost_of(path), is_cut)

    async def _chat(self, origin: Origin) -> LineageLink:
        conversation = await self._conversations.get(origin.conversation_id)
        message = await self._conversations.message(origin.message_id) if origin.message_id else None
        receipt = message.receipt if message is not None else None
        return LineageLink(
            f"chat {origin.conversation_id} {origin.message_id}",
            LinkKind.CHAT,
            conversation_id=origin.conversation_id,
            message_id=origin.message_id,
            title=conversation.title if conversation is not None else "",
            is_gone=conversation is None,
            cost=receipt.cost if receipt is not None else None,
            cost_is_shared=receipt.cost_is_shared if receipt is not None else False,
        )


def _above(focus: MediaItem, items: Mapping[str, MediaItem]) -> tuple[list[MediaItem], bool]:
    """Returns what it came from, the first one first, and whether there was more."""
    found: list[MediaItem] = []
    seen = {focus.id}
    parent = items.get(focus.parent_id or "")
    while parent is not None and parent.id not in seen:
        if len(found) >= MOST_LINKS // 2:
            return found[::-1], True
        seen.add(parent.id)
        found.append(parent)
        parent = items.get(parent.parent_id or "")
    return found[::-1], False


def _below(
    focus: MediaItem, items: Iterable[MediaItem], above: Collection[str]
) -> tuple[list[MediaItem], bool]:
    """Returns the item and all that was made from it, each after what it was made from, and whether there was
    more.
    """
    children: defaultdict[str, list[MediaItem]] = defaultdict(list)
    for item in items:
        if item.parent_id is not None:
            children[item.parent_id].append(item)
    found: list[MediaItem] = []
    seen = set(above)
    waiting = [focus]
    while waiting:
        item = waiting.pop()
        if item.id in seen:
            continue
        if len(found) >= MOST_LINKS - len(above):
            return found, True
        seen.add(item.id)
        found.append(item)
        waiting += sorted(children.get(item.id, ()), key=lambda each: each.seq, reverse=True)
    return found, False


def _asked_origin(job: Job | None) -> Origin | None:
    return job.request.origin if job is not None else None


def _link(
    item: MediaItem, jobs: Mapping[str, Job], parent: str | None, depth: int, *, is_gone: bool
) -> LineageLink:
    if item.job_id is not None:
        kind = LinkKind.VIDEO if item.kind is MediaKind.VIDEO else LinkKind.IMAGE
    elif item.parent_id is not None and not item.name:
        kind = LinkKind.FRAME
    else:
        kind = LinkKind.IMPORT
    job = jobs.get(item.job_id or "")
    cost = job.cost if job is not None else None
    return LineageLink(
        item.id,
        kind,
        parent,
        depth,
        item,
        is_gone,
        job_id=item.job_id,
        # A balance that rose in between tells nothing of this job.
        cost=cost if cost is not None and cost >= 0 else None,
        cost_is_shared=job.cost_is_shared if job is not None else False,
        results=max(job.arrived, 1) if job is not None else 1,
    )
