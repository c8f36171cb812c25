import { english, said } from './language';

/** What the service sends whenever the table changes; it sends more, which nothing here needs. */
interface Matrix {
  readonly asOf: string;
  readonly appliedThrough: readonly { topic: string; partition: number; nextOffset: number }[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly code: string;
  readonly number: string;
  readonly label: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
}

const MARKED_MILLIS = 8_000;
const TELLING_MILLIS = 5_000;
const FIRST_RETRY_MILLIS = 3_000;
const LAST_RETRY_MILLIS = 60_000;
const REFRESHING_MILLIS = 3_000;
const MOST_TOLD = 3;

/** The service says something every 15 seconds. */
const SILENCE_MILLIS = 45_000;

/** The status of an answer to a stream that was asked for without a session. */
const SESSION_ENDED = 499;

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false,
});
const day = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric',
});

const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric',
});

/** 2024年3月4日 09:05:06 or 4 March 2024, 09:05:06 in China, as the page was written. */
function moment(date: Date): string {
  if (english) {
    return `${englishDay.format(date)}, ${clock.format(date)}`;
  }
  const parts = day.formatToParts(date);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日 ${clock.format(date)}`;
}

/** Follows the stream of the table that it holds, and says when it can't. */
class LiveMatrix extends HTMLElement {
  private source: EventSource | undefined;
  private retry = FIRST_RETRY_MILLIS;
  private readonly timers = new Set<number>();
  private changes: string[] = [];
  private telling = false;
  private refreshing = false;
  private heard = new Date();
  private silence: number | undefined;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.seen);
    if (!document.hidden) {
      this.follow();
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.seen);
    this.leave();
  }

  /** A tab in the background costs nobody anything. */
  private readonly seen = (): void => {
    this.leave();
    this.offline(
      document.hidden
        ? said('页面在后台时暂停更新', 'Not updated while the page is in the background')
        : said('正在重新连接', 'Connecting again'));
    if (!document.hidden) {
      this.follow();
    }
  };

  private leave(): void {
    this.source?.close();
    this.source = undefined;
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
    clearTimeout(this.silence);
    this.telling = false;
    this.refreshing = false;
    this.querySelectorAll('.changed').forEach((cell) => cell.classList.remove('changed'));
  }

  private follow(): void {
    this.source?.close();
    const source = new EventSource(this.getAttribute('src') ?? '');
    this.source = source;
    let shown = false;
    source.addEventListener('matrix', (event) => {
      shown = true;
      this.online();
      this.show(JSON.parse((event as MessageEvent<string>).data) as Matrix);
    });
    // Who was shown a table by this source is sent it again only if it is another one.
    source.addEventListener('heartbeat', () => {
      this.listen();
      if (shown) {
        this.online();
      }
    });
    source.onerror = () => {
      this.offline(said('连接已断开，正在重新连接', 'The connection is lost; connecting again'));
      if (source.readyState === EventSource.CLOSED) {
        void this.refused(source);
      }
    };
    this.listen();
  }

  /** A connection that broke without a word is noticed by its silence. */
  private listen(): void {
    clearTimeout(this.silence);
    this.silence = window.setTimeout(() => {
      this.offline(said('连接已断开，正在重新连接', 'The connection is lost; connecting again'));
      this.follow();
    }, SILENCE_MILLIS);
  }

  /** An EventSource doesn't say why it was refused. */
  private async refused(source: EventSource): Promise<void> {
    const asking = new AbortController();
    let status = 0;
    try {
      const answer = await fetch(this.getAttribute('src') ?? '', {
        headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal: asking.signal,
      });
      status = answer.status;
    } catch {
      // Nobody answered: it is tried again below.
    } finally {
      asking.abort();
    }
    if (this.source !== source) {
      return;
    }
    clearTimeout(this.silence);
    if (status === SESSION_ENDED || status === 401) {
      this.offline(said('会话已过期，请重新登录', 'Your session has ended; sign in again'), location.href);
    } else if (status === 403 || status === 404) {
      this.offline(said('您已不能查看这张表', 'You may no longer see this table'));
    } else {
      this.later(this.retry, () => this.follow());
      this.retry = Math.min(this.retry * 2, LAST_RETRY_MILLIS);
    }
  }

  private online(): void {
    this.retry = FIRST_RETRY_MILLIS;
    this.heard = new Date();
    this.listen();
    this.removeAttribute('stale');
    this.state(said('实时更新中', 'Live'));
  }

  /** The figures stay, as old ones. */
  private offline(why: string, address?: string): void {
    const since = this.getAttribute('stale') ?? moment(this.heard);
    this.setAttribute('stale', since);
    this.state(
      said(
        `${why}。以下数字自 ${since} 起未更新。`,
        `${why}. The figures below have not been updated since ${since}.`),
      address);
  }

  private state(text: string, address?: string): void {
    const state = this.querySelector<HTMLElement>('#live-state');
    if (state === null) {
      return;
    }
    if (state.textContent?.startsWith(text) && address === undefined) {
      return;
    }
    state.textContent = text;
    if (address !== undefined) {
      const link = document.createElement('a');
      link.href = address;
      link.textContent = said('重新登录', 'Sign in again');
      state.append(' ', link);
    }
  }

  private show(matrix: Matrix): void {
    for (const row of matrix.rows) {
      for (const [column, count] of Object.entries(row.counts)) {
        this.cell(row, column, count);
      }
      this.cell(row, 'TOTAL', row.total);
    }
    this.text('#as-of', moment(new Date(matrix.asOf)));
    this.querySelector('#positions')?.replaceChildren(
      ...matrix.appliedThrough.map((position) => {
        const item = document.createElement('li');
        item.textContent =
          said(
            `${position.topic}，分区 ${position.partition}，位置 ${position.nextOffset}`,
            `${position.topic}, partition ${position.partition}, position ${position.nextOffset}`);
        return item;
      }));
    if (matrix.rows.some((row) => row.total > 0)) {
      this.querySelector('#no-figures')?.remove();
    }
    if (this.changes.length > 0) {
      this.refresh();
    }
    this.tell();
  }

  /** Asks for what is drawn of the numbers once more, at most once in a while. */
  private refresh(): void {
    if (this.refreshing || this.querySelector('#refreshed') === null) {
      return;
    }
    this.refreshing = true;
    this.later(REFRESHING_MILLIS, () => {
      this.refreshing = false;
      void this.redraw();
    });
  }

  private async redraw(): Promise<void> {
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const drawn = page.querySelector('#refreshed');
      if (answer.ok && drawn !== null) {
        this.querySelector('#refreshed')?.replaceWith(drawn);
      }
    } catch {
      // The state line says that the connection is lost, and the next change asks again.
    }
  }

  private cell(row: Row, column: string, count: number): void {
    const cell = this.querySelector(`[data-cell="${row.code}/${column}"]`);
    const before = cell?.textContent ?? '';
    if (cell === null || before === String(count)) {
      return;
    }
    this.write(cell, row, column, count);
    cell.classList.add('changed');
    this.later(MARKED_MILLIS, () => cell.classList.remove('changed'));
    const head = this.querySelector(`#column-${column}`)?.textContent ?? said('总计', 'Total');
    const called = this.querySelector(`#row-${row.code}`)?.textContent ?? row.code;
    this.changes.push(
      said(
        `${row.number}${row.label}，${head}，由${before}变为${count}`,
        `${called}, ${head}, from ${before} to ${count}`));
  }

  /** A number other than zero leads to the applications behind it, where they may be seen. */
  private write(cell: Element, row: Row, column: string, count: number): void {
    const cells = this.getAttribute('cells');
    if (cells === null || count === 0) {
      cell.textContent = String(count);
      return;
    }
    const link = cell.querySelector('a') ?? document.createElement('a');
    link.href = `${cells}&row=${row.code}&column=${column}`;
    link.textContent = String(count);
    cell.replaceChildren(link);
  }

  /** Says what changed, at most once in a few seconds. */
  private tell(): void {
    if (this.telling || this.changes.length === 0) {
      return;
    }
    const first = this.changes.slice(0, MOST_TOLD).join(said('；', '; '));
    const all = this.changes.length;
    const more = all > MOST_TOLD ? said(`；等共${all}个数字`, `; ${all} numbers in all`) : '';
    this.text('#live-told', said(`有变化：${first}${more}`, `Changed: ${first}${more}`));
    this.changes = [];
    this.telling = true;
    this.later(TELLING_MILLIS, () => {
      this.telling = false;
      this.tell();
    });
  }

  private text(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element !== null) {
      element.textContent = text;
    }
  }

  private later(millis: number, act: () => void): void {
    const timer = window.setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, millis);
    this.timers.add(timer);
  }
}

customElements.define('live-matrix', LiveMatrix);
