/** A piece of HTML; whatever was put into it is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Content = string | number | Markup | undefined | readonly Content[];

/** HTML from a template. Everything in it is escaped, in texts and in quoted attributes, but for what is `Markup`. */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(texts.map((text, index) => text + htmlOf(contents[index])).join(""));
}

function htmlOf(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.html;
  return typeof content === "object" ? content.map(htmlOf).join("") : escapeHtml(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? "");
}

/** A sentence of ours, in which words between backticks are code. */
export function sentence(text: string): Markup {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
