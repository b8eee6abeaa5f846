/** A button: data for a callback (1–64 bytes) or a link. */
export type Button =
  | { readonly text: string; readonly data: string }
  | { readonly text: string; readonly url: string }

/** One message as people see it: Telegram HTML and the buttons under it. */
export interface View {
  readonly text: string
  readonly buttons?: readonly (readonly Button[])[]
}

/** Returns the fields of sendMessage and editMessageText for a view. */
export const messageOf = ({ text, buttons }: View) => ({
  text,
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
  reply_markup: keyboardOf(buttons ?? []),
})

/** Returns an inline keyboard; empty rows are dropped. */
export const keyboardOf = (rows: readonly (readonly Button[])[]) => ({
  inline_keyboard: rows
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map((button) => ('url' in button ? button : { text: button.text, callback_data: button.data })),
    ),
})

/** Lays buttons out in rows of `width`. */
export const inRows = (buttons: readonly Button[], width: number): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  )

/** Joins the lines that are there; undefined ones leave no gap. */
export const lines = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('\n')
