"""One article: fetched, parsed where it can be ended, handed to the desk, and told of."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from saksama.errors import DeskBusy, InputError, MissingInput, SaksamaError, Unreachable
from saksama.records import Article, FetchState, Skipped
from saksama.sources.address import show
from saksama.sources.net import Answer, States
from saksama.sources.web import Told, article_in, article_of, problem_of
from saksama.watch import schedule
from saksama.watch.alerts import alerts_of, send
from saksama.watch.clock import local_date, written
from saksama.watch.kept import Fetched, Keep, Out
from saksama.watch.lead import Job, digest
from saksama.watch.net import Net
from saksama.watch.tally import Tally

_GONE = frozenset((401, 403, 404, 405, 406, 410, 451))


@dataclass(slots=True)
class Fetcher:
    """Brings one article after the other to the desk (`keep`); alerts go to `out`, refusals to `note`."""

    net: Net
    states: States
    keep: Keep
    out: Out
    note: Out | None = None

    def fetch(self, job: Job, tally: Tally, stop: threading.Event) -> bool:
        """Whether the article is dealt with; False where it is to be tried again. Raises `Stopped`."""
        state = self.states.state(job.url) or FetchState(job.url)
        try:
            after = self._brought(job, state, tally, stop)
        except Unreachable as error:
            return self._again(job, state, error.reason, tally)
        except InputError as error:
            self._refused(job, state, error.reason, tally)
            return True
        self.states.remember(replace(after, mark=job.mark))
        return True

    def _brought(self, job: Job, state: FetchState, tally: Tally, stop: threading.Event) -> FetchState:
        """The article on the desk, and the state after it. Raises an `InputError`."""
        if job.lead.source.text == "feed" and job.entry:
            told = Told(job.lead.source.outlet, entry=job.entry)
            article, _ = article_in(job.entry, job.lead.source.url, self.net.parsers, told)
            answer = Answer(job.url, 200, {})
        else:
            answer = self._answered(job, state, stop)
            if answer.status == 304 or digest(answer.body) == state.digest:
                return schedule.fetched(state, answer, None, self.net.clock.now())
            told = Told(job.lead.source.outlet, entry=job.entry)
            article, _ = article_of(answer, self.net.parsers, told)
        self._kept(job, article, answer, tally)
        return schedule.fetched(state, answer, digest(answer.body), self.net.clock.now())

    def _answered(self, job: Job, state: FetchState, stop: threading.Event) -> Answer:
        answer = self.net.get(job.url, job.lead.client, state, stop)
        problem = problem_of(answer) if answer.status != 304 else None
        if problem:
            raise (MissingInput if answer.status in _GONE else Unreachable)(job.url, problem)
        return answer

    def _kept(self, job: Job, article: Article, answer: Answer, tally: Tally) -> None:
        now = self.net.clock.now()
        fetched = Fetched(article, answer.url, job.lead.source.name, written(now), answer.body)
        try:
            kept = self.keep(fetched)
        except DeskBusy as error:
            raise Unreachable(job.url, error.reason) from None
        except SaksamaError:
            raise  # an article that is refused is an `InputError`; the others stop the watch
        except Exception as error:  # a fault of ours or a full disk: the article waits, nothing is lost
            told = " ".join(f"{type(error).__name__} {error}".split())[:200]
            raise Unreachable(job.url, f"a fault in Saksama, please report it: {told}") from error
        tally.new += kept.is_new
        tally.known += not kept.is_new
        send(alerts_of(kept, fetched, local_date(now)), self.net.config.alerts, self.out)

    def _again(self, job: Job, state: FetchState, reason: str, tally: Tally) -> bool:
        if state.mark == job.mark and state.failures + 1 >= schedule.TRIES:
            self._refused(job, state, f"{reason}, {schedule.TRIES} times", tally)
            return True
        now = self.net.clock.now()
        seconds = schedule.back_off(job.lead.source.interval, state.failures, None)
        self.states.remember(replace(schedule.failed(state, reason, now, seconds), mark=job.mark))
        tally.failed.append(Skipped(job.url, reason))
        (self.note or self.out)(f"{show(job.url)}: {reason}")
        return False

    def _refused(self, job: Job, state: FetchState, reason: str, tally: Tally) -> None:
        after = schedule.settled(state, reason, self.net.clock.now())
        self.states.remember(replace(after, mark=job.mark, failures=0))
        tally.refused.append(Skipped(job.url, reason))
        (self.note or self.out)(f"{show(job.url)}: {reason}")
