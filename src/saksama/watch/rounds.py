"""A round: the feeds that are due are asked, then the articles they lead to, the host that is free first."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field, replace

from saksama.errors import InputError, Unreachable
from saksama.records import FetchState, Skipped
from saksama.sources.feeds import Entry
from saksama.sources.net import NEVER, Answer, States
from saksama.sources.net.pace import LONGEST_PAUSE, host
from saksama.sources.web import near, problem_of
from saksama.watch import schedule
from saksama.watch.clock import later, written
from saksama.watch.config import Source
from saksama.watch.fetch import Fetcher
from saksama.watch.kept import Out
from saksama.watch.lead import Job, Lead, digest, entries, mark_of
from saksama.watch.net import Net, Stopped
from saksama.watch.tally import Round, Tally


@dataclass(slots=True)
class Rounds:
    """Goes round the sources. `stop` ends a round after the article in hand."""

    net: Net
    states: States
    fetcher: Fetcher
    out: Out
    stop: threading.Event = field(default_factory=threading.Event)

    def go(self, eager: bool = False) -> Round:
        """One round over what is due; `eager`: over all that did not fail lately."""
        now = self.net.clock.now()
        tally = Tally(written(now))
        queues: dict[str, deque[Job]] = {}
        seen: set[str] = set()
        for source in self.net.config.sources:
            if self.stop.is_set():
                break
            if schedule.is_due(self.states.state(source.url), now, eager):
                for job in self._ask(source, tally):
                    if job.url not in seen:
                        seen.add(job.url)
                        queues.setdefault(host(job.url), deque()).append(job)
                    else:
                        self._finish(job.lead)
        self._work(queues, tally)
        return tally.done()

    def _ask(self, source: Source, tally: Tally) -> list[Job]:
        """The articles that a source leads to and that are to be fetched."""
        state = self.states.state(source.url) or FetchState(source.url)
        client = self.net.client(source)
        tally.asked += 1
        answer: Answer | None = None
        try:
            answer = self.net.get(source.url, client, state, self.stop)
            if answer.status == 304 or (answer.status == 200 and digest(answer.body) == state.digest):
                tally.unchanged += 1
                self._remember(source, schedule.fetched(state, answer, None, self.net.clock.now()))
                return []
            if problem := problem_of(answer):
                raise Unreachable(source.url, problem)
            found = entries(answer, source, self.net.parsers)
        except InputError as error:
            self._failed(source, state, error, answer, tally)
            return []
        except Stopped:
            tally.asked -= 1
            return []
        after = schedule.fetched(state, answer, digest(answer.body), self.net.clock.now())
        return self._jobs(Lead(source, near(client, answer.url), after), found, tally)

    def _jobs(self, lead: Lead, found: list[Entry], tally: Tally) -> list[Job]:
        jobs: list[Job] = []
        over = 0
        for entry in found:
            if entry.link is None:
                reason = "an entry without a link that can be fetched"
                tally.refused.append(Skipped(entry.id or lead.source.url, reason))
                continue
            job = Job(lead, entry.link, mark_of(entry), entry)
            if not self._wanted(job):
                continue
            if len(jobs) < lead.source.most:
                jobs.append(job)
            else:
                over += 1
        tally.waiting += over
        lead.left, lead.whole = len(jobs), lead.whole and not over
        if not jobs:
            self._settle(lead)
        return jobs

    def _wanted(self, job: Job) -> bool:
        """Whether an article was not fetched yet, or has changed, or failed and its time has come."""
        state = self.states.state(job.url)
        if state is None or state.mark != job.mark:
            return True
        if state.next_at is None or state.next_at == NEVER:
            return False
        due = state.next_at <= written(self.net.clock.now())
        job.lead.whole = job.lead.whole and due
        return due

    def _work(self, queues: dict[str, deque[Job]], tally: Tally) -> None:
        while queues and not self.stop.is_set():
            name = min(queues, key=lambda one: self.net.pace.wait(queues[one][0].url))
            if self.net.pace.wait(queues[name][0].url) > LONGEST_PAUSE:
                break
            job = queues[name].popleft()
            if not queues[name]:
                del queues[name]
            try:
                job.lead.whole &= self.fetcher.fetch(job, tally, self.stop)
            except Stopped:
                self._put_off(job, tally)
                break
            self._finish(job.lead)
        for job in (job for queue in queues.values() for job in queue):
            self._put_off(job, tally)

    def _put_off(self, job: Job, tally: Tally) -> None:
        tally.waiting += 1
        job.lead.whole = False
        self._finish(job.lead)

    def _finish(self, lead: Lead) -> None:
        lead.left -= 1
        if lead.left <= 0:
            self._settle(lead)

    def _settle(self, lead: Lead) -> None:
        """Remember a source only now: what was not fetched of it must be seen again."""
        state = lead.state if lead.whole else replace(lead.state, etag=None, modified=None, digest=None)
        self._remember(lead.source, state)

    def _remember(self, source: Source, state: FetchState) -> None:
        next_at = later(self.net.clock.now(), source.interval)
        self.states.remember(replace(state, next_at=next_at))

    def _failed(
        self, source: Source, state: FetchState, error: InputError, answer: Answer | None, tally: Tally
    ) -> None:
        """Refused or out of reach, a feed is asked again, but later each time; one that is gone is not."""
        now = self.net.clock.now()
        gone = answer is not None and answer.status == 410
        into = tally.failed if isinstance(error, Unreachable) and not gone else tally.refused
        into.append(Skipped(source.url, error.reason))
        if gone:
            self.states.remember(schedule.settled(state, error.reason, now))
        else:
            wait = answer.wait(now) if answer else None
            seconds = schedule.back_off(source.interval, state.failures + 1, wait)
            self.states.remember(schedule.failed(state, error.reason, now, seconds))
        self.out(f"{source.name}: {error.reason}")
