import { said } from './language';

/** While one types a name after {{ in a text of a draft, the figures are offered that go on so. */

interface Offer {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

const MOST = 8;

/** Also as a Chinese keyboard writes it. */
const BEGUN = /(?:\{\{|｛｛)([^{}｛｝\n]*)$/;

function all(): readonly Offer[] {
  return Array.from(document.querySelectorAll('#references tbody tr'), (row) => ({
    name: row.querySelector('code')?.textContent ?? '',
    label: row.querySelector('th')?.textContent ?? '',
    value: row.querySelector('td')?.textContent ?? '',
  }));
}

/** Those that have every word of what was typed in their name or label. */
function fitting(offers: readonly Offer[], typed: string): readonly Offer[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return offers
    .filter((offer) => {
      const text = (offer.name + ' ' + offer.label).toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .slice(0, MOST);
}

function offerIn(area: HTMLTextAreaElement, offers: readonly Offer[]): void {
  const list = document.createElement('ul');
  list.id = area.id + '-offers';
  list.className = 'offered';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', said('可以引用的数据', 'Figures that can be named'));
  list.hidden = true;
  const told = document.createElement('span');
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  area.after(list, told);
  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-controls', list.id);

  let shown: readonly Offer[] = [];
  let chosen = 0;

  function begun(): RegExpExecArray | null {
    return area.selectionStart === area.selectionEnd
      ? BEGUN.exec(area.value.slice(0, area.selectionStart))
      : null;
  }

  function close(): void {
    shown = [];
    list.hidden = true;
    list.replaceChildren();
    area.removeAttribute('aria-activedescendant');
    told.textContent = '';
  }

  function mark(): void {
    Array.from(list.children).forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === chosen));
    });
    area.setAttribute('aria-activedescendant', list.id + '-' + chosen);
  }

  function take(offer: Offer): void {
    const at = begun();
    if (at !== null) {
      area.setRangeText(offer.name, at.index, area.selectionStart, 'end');
    }
    close();
  }

  function look(): void {
    const at = begun();
    shown = at === null ? [] : fitting(offers, at[1] ?? '');
    if (shown.length === 0) {
      close();
      return;
    }
    chosen = 0;
    list.replaceChildren(
      ...shown.map((offer, index) => {
        const item = document.createElement('li');
        item.id = list.id + '-' + index;
        item.setAttribute('role', 'option');
        item.textContent = offer.label + said('：', ': ') + offer.value;
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(offer);
        });
        return item;
      }),
    );
    list.hidden = false;
    told.textContent = said(
      shown.length + '项数据，上下键选择，回车写入',
      shown.length + ' figures: up and down to choose, Enter to write',
    );
    mark();
  }

  area.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) {
      look();
    }
  });
  area.addEventListener('compositionend', look);
  area.addEventListener('blur', close);
  area.addEventListener('keydown', (event) => {
    const offer = shown[chosen];
    if (offer === undefined || event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : shown.length - 1;
      chosen = (chosen + step) % shown.length;
      mark();
    } else if (event.key === 'Enter') {
      take(offer);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** A usual sentence is written behind the text that it belongs in, as it stands when printed. */
function writable(item: Element): void {
  const area = document.getElementById(item.getAttribute('data-into') ?? '');
  const sentence = item.querySelector('code')?.textContent ?? '';
  if (!(area instanceof HTMLTextAreaElement) || sentence === '') {
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = said('写入正文', 'Write it into the text');
  button.addEventListener('click', () => {
    const text = area.value.trimEnd();
    area.setRangeText((text === '' ? '' : '\n') + sentence, text.length, area.value.length, 'end');
    area.focus();
  });
  item.querySelector('details')?.before(button);
}

document.querySelectorAll('.proposals [data-into]').forEach(writable);

const offers = all();
if (offers.length > 0) {
  document
    .querySelectorAll<HTMLTextAreaElement>('form.draft textarea')
    .forEach((area) => offerIn(area, offers));
}

export {};
