/** Characters from which a document is first shown as text: nobody opens a hundred thousand branches one by one. */
export const CODE_FROM = 512 * 1_024
