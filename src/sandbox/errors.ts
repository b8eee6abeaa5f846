/** A refusal as the Bot API words it: HTTP status, description and, for some, parameters. */
export class ApiError extends Error {
  readonly code: number
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined

  constructor(code: number, description: string, parameters?: ApiError['parameters']) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** Returns the 400 refusal `Bad Request: <text>`. */
export const badRequest = (text: string): ApiError => new ApiError(400, `Bad Request: ${text}`)

/** Returns the 403 refusal `Forbidden: <text>`. */
export const forbidden = (text: string): ApiError => new ApiError(403, `Forbidden: ${text}`)

/** Returns the 409 refusal `Conflict: <text>`. */
export const conflict = (text: string): ApiError => new ApiError(409, `Conflict: ${text}`)

/** Returns the 429 refusal that asks to wait some whole seconds. */
export const tooManyRequests = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

/** A mistake of whoever drives the sandbox (page or test), told to them as 400 or 404. */
export class ControlError extends Error {
  readonly status: number

  constructor(message: string, status = 400) {
    super(message)
    this.status = status
  }
}
