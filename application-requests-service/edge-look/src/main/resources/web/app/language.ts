/** Whether the page is in English: what a script says is said as the page says the rest. */
export const english = document.documentElement.lang.startsWith('en');

/** What is said, in the language of the page. */
export function said(chinese: string, inEnglish: string): string {
  return english ? inEnglish : chinese;
}
