/** What a member unit is, as the application form asks. */
export const unitKinds = ['enterprise', 'university', 'institute', 'other'] as const
