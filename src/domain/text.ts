export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One sentence or name in both languages of the product. */
export type Text = Readonly<Record<Locale, string>>
