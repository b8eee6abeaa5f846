/** Whether an accent-free word could be a Vietnamese syllable: such a one is no slip of another, and no English. */
export const isSyllable = (plain: string): boolean =>
  !/^quu|(.)\1/.test(plain) &&
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:(?:uye|oa|oe|uo|ua|ye|uy|ie|ue|[aeiouy])(?:ng|[cmnpt])|(?:oa|oe|uy|ue|[aeiy])(?:ch|nh)|ieu|yeu|oai|oay|uoi|uou|uya|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi|ua|ue|ui|uu|uy|[aeiouy])$/.test(
    plain,
  )
