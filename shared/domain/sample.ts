/** What marks an invented dossier, and a name that is to be replaced before anything real leaves. */
const mark = '示例'

/** Whether an alliance is one to learn with: what is made of it is no paper of any office. */
export const isSampleAlliance = ({ name }: { readonly name: string }): boolean => name.includes(mark)

/** Whether a name is a placeholder of the settings or of the samples, and nobody's. */
export const isPlaceholder = (name: string): boolean => name.includes(mark)
