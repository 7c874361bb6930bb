/** A passing word at the edge of the page. */
import { element } from './element.ts';

const shownMs = 6000;
const shownMax = 3;

export type Toasts = { root: HTMLElement; show(text: string, tone?: 'neutral' | 'bad'): void };

export function createToasts(): Toasts {
  // A live region must be there before its first word.
  const root = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  // In the top layer, so that it is seen above an open dialog.
  root.popover = 'manual';
  return {
    root,
    show(text, tone = 'neutral') {
      const toast = element('p', { class: `toast toast-${tone}` }, text);
      root.append(toast);
      while (root.childElementCount > shownMax) root.firstElementChild?.remove();
      if (root.matches(':popover-open')) root.hidePopover();
      root.showPopover();
      setTimeout(() => {
        toast.remove();
        if (root.childElementCount === 0 && root.matches(':popover-open')) root.hidePopover();
      }, shownMs);
    },
  };
}
