import type { Values } from "./values.ts";

/** What the account answers when it refuses. */
export class AccountError extends Error {
  override readonly name = "AccountError";
  readonly code: string;
  /** The API operation that refused. */
  readonly operation: string;

  constructor(code: string, operation: string, message: string) {
    super(message);
    this.code = code;
    this.operation = operation;
  }
}

/** The simulated account, in the process of the local cloud, over its admin endpoint. */
export class AccountClient {
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  async region(): Promise<string> {
    const { region } = (await this.#send("GET", "")) as { readonly region: string };
    return region;
  }

  async create(type: string, attributes: Values): Promise<Values> {
    return this.#resource("create", { type, attributes });
  }

  /** Null when it is gone. */
  async read(type: string, id: string, attributes: Values): Promise<Values | null> {
    const { resource } = await this.#post("read", { type, id, attributes });
    return resource;
  }

  async update(type: string, id: string, attributes: Values): Promise<Values> {
    return this.#resource("update", { type, id, attributes });
  }

  async delete(type: string, id: string, attributes: Values): Promise<void> {
    await this.#post("delete", { type, id, attributes });
  }

  async data(type: string, attributes: Values): Promise<Values> {
    return this.#resource("data", { type, attributes });
  }

  async #resource(action: string, body: unknown): Promise<Values> {
    const { resource } = await this.#post(action, body);
    if (resource === null) throw new Error(`The local cloud answered nothing to ${action}`);
    return resource;
  }

  async #post(action: string, body: unknown): Promise<{ readonly resource: Values | null }> {
    return (await this.#send("POST", `/${action}`, body)) as { readonly resource: Values | null };
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#endpoint}/account${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const { code, error, operation } = answer as {
      readonly code?: string;
      readonly error?: string;
      readonly operation?: string;
    };
    throw new AccountError(code ?? "InternalError", operation ?? "", error ?? `Status ${response.status}`);
  }
}
