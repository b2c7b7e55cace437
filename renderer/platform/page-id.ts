/** This page, until it is loaded anew: the host hears the calls of one page only. */
export const pageId: string = crypto.randomUUID()
