import { create } from 'zustand'

type SearchStore = { readonly query: string; readonly search: (query: string) => void }

/** What is typed into the search place of the header. */
export const useSearch = create<SearchStore>()((set) => ({
  query: '',
  search: (query) => {
    set({ query })
  },
}))
