/** What an API of the cloud answers when it refuses, by the code its documentation gives. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  /** The operation that refused; the account fills it in. */
  operation = "";

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
