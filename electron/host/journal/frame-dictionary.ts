import { brotliDecompressSync } from 'node:zlib'

/**
 * What every frame of records has in common, so that none has to carry it: one record of each of the kinds that a
 * dossier's life is made of, with the names of its fields and without its content, as a frame writes them. It stands
 * for ever as it is, for frames were packed behind it: another one needs another kind of frame.
 *
 * The beginning of a Brotli stream (RFC 7932) that unpacks to it, up to a border of bytes. A frame holds what follows
 * in the stream; whoever reads it puts this before it, unpacks, and leaves out the first bytes, as many as the
 * dictionary has.
 */
const packed = Buffer.from(
  [
    'i1ASAGTJqe1ZRs3Al+4tvU31xZ1s9BESfxLEpPjV2meAjIiNknEuRly9ft1TWTjYQwoQzMzN/yFAYYBdhPR7Cbs8hor3bYv1cQQEk6breoO8n3dY',
    '3G28wQSLzxVU03K/NUAFTv/TQSG+bCvYD1YidxHfssPMMCzgJu7lDUd9EyoYcBbDDIs34Py1jENoEwB0neuz9Ir3wEzmxbbuWa/5lZoa7XH9uNBy',
    'lv1CsiprfrGvS49GV/EgzLUOFnefHyrYBnu6Vc5m+0SMnOBLPZr6mj1W1FT7tvjPCsfctwFsnfUn2dS5nTkv/6jgNkBmgUMP1GHFHqSNo3KcpQhd',
    '0RkUOfIBJTqYpMly+dhdARMgW/YBzjrqWyrtse3ysFWFXXs29FABhx25m3GvbO5M5ZDiAwAPhMhwdJVwxR3ZBzrKZf8MnkHnVRdOccUiS9xipE72',
    'VJHCVvUUveaQQMF12dKZvXvXL+BYam1hDeIwkVMFXANGWYBze0Up8t35zV6Zb6x4uUV52X+HGNgSPDBGZ/R3d2yFvaMMOGMPU7+fyOTPzSnERjF3',
    '72eaD5mOWxBUM02UANz9qQQvOWEU2II0lXlg7OFjmmGtLxdshe680l0L84YuMahEhtj3iRD/shKj+2V5JJpDCNYepD3bUbNQQ+tM0S9mMBjufGbN',
    'SEBNx2XwReCX/c1QK/7tCRSoBD7u4B1+/fETQpGV/8IH+FTCi6/67DAg0dEqqAJYvko6kdhAp1ieSTus9GIdpggI6rOIjJOEv/oBJSRasnw7lHrB',
    '09qx91oDJ7sNin02JYCODCwnlpHU5P0iK6wOf7jeRolzEg2TEVjA1dZ0LrmdnkI2WCDLqQAo+evN5SKQyppzs8a4TxdZMXRoktp7Ac8OH6CP3cOn',
    'DO5MkkW5296uPabVrZ2oZKb4YDLdR3kGwB9GNyyabUhm/1lUS/bAboPWCnmRI5gFSeI2yTTJyAkTMKA/DmR2e0652/v/kuhGScE0K59Fy4BOLHsP',
    'Wxi+sj1QKE0IZstUS14uy+zvMGe7kFlPb20kjMClnx/0Osi68jnbU5SmmJPQZDaMaz0YB5KplKAgophv6NcvhSzBfEPnTWY+ujOmPjgTba5I0ww3',
    '5JRSRkVWYBHWW/ysZbGod+K+/8YpwEVGXCT2tX0FsjJQuWZ0qFaWGWDNIVqwvI111eAy8d5HPcwDFLDBVWr/vQFXb97LuyMuNKz6JHOg8BXJnLMN',
    '1IUMgDK/ePDqtXy2MpQ2UXfsKmhgQr0JZVOFdKXXbD2nVaIGRYw5HkTasWGpFO4LP92zkjz1CAdBM6Qx5K+4iUTCHQ+IWzsygsPo5Uple1rgnx6z',
    'ovb4NMpzzIx7N2ke7tD9sObC2LFDvxDUpN6w40sYhx0QdmHCaf6csImK44sGV70BF2VVoYiGmyZYzKvIBIl+N/KIHOeiUP1HN5w6N3zxDbWcieOw',
    'NWPHOjENFJobYrcIJQDXmoLRh0qnDxBTyQgMRSvSJICY4o35hkWLf9QVzeqLhp+bdjWk1RCKZGjEyC6mwU8L2NnXvHyiQ83uQ1ETnGVOG9sWGi1v',
    'YgiNiPwmab5lFbTz499vYAxmS7GzFDeYZSmOtX84q55CMjgzluSwCiwLghbeFsUBc8NW4lhvmpcMM6pJ6gfxiIraqzfCBORGlXwgyODvuVHSEH+v',
    'KZSIJxPS9J6rB61ZtArbnltKAkce8sBcFZU0xYiLUHotVKxRUdgc6sleaQnlRjUsClwRHFcHcELZYxJSIqJ4+K0tjClmkMbg2BNYGOMiKWvn6BHJ',
    'W84xPIcIsesOy4585zFTQgeRlMAoR9QsFQ+MBbZtc6KatBIczIYQJhFT0dCBHTVOaIXSZ1obDAQyGKWI6yI0Uje8AftJAkuEJ69UwECWWF8rG6ht',
    'KTJlgb5uyqH5rj3inEx60H1F3oHlGDyNEo/ukamh4KftIXIgGL8MKrhdFEZ3OVKa55EDbicKtyM7WttheqeVRlC1yOCy58NA0PZWEMJ0ia9dD1zI',
    'G6sEI6IojnivbDCYyUL5wHTwYriAR1oud64rzj2QkFPZ5Do7Hr4k8J2YxaK4ie+INpVy+78nUS7KsfFA2qQSFmNOfdTb4J2MoDY/RFz6bzb4SBJ/',
    'KuEw8/VuWe4w5eQb5Zivkw2U901cFEuUx0JtVyz1ll3gMp06x7+FkTgs4aw9nK0XH5bBMzDGQoIjmDhaCH+mjMEz6/J8Nqi4H2Y0hQ55nSsFJtn0',
    'oqc6fdlyKLaeT9FuOg1FRRo0CG+4kRFaR7KowKSILBdJCVQTvgoWUcU1NWquxSijhhMdsi4z8B1T5/IQ3ERLq8deZNnBylPT0NNXkuY0Oe7j+oRh',
    'xVbjPJizVjyCjhQsECFuvFWsA4sm3pZ3b+A2Fn3m0Y4rU0wkRdWiWZNRlKIdDEIRDTzPhiD0ACPMtvUml4+wrhDAS2TFh4kfNOYtt9DVKuqKgHAQ',
    'ONPolVWUKG6+zwAQazHuq14sOqYiVjCojXjXNd/pPdaouljMjiOpqx+ZrrKFCREJSfUjHjzUxrUnIXacl8olDbOuYjQt98FBJ2UsmtsVFwVFwftH',
    'DnVr6bNooPrxzjx2/Eami7x00dfAgxI5wvZqRrKrWa3lj4SgW2JIss2Xo6yjzHhj1KlMYURy66B1nOAsD3TJjRv0jlU4bzZAh0QuqtAcJmkoAnhB',
    'hIv/748H3wzXOjTme9aTTMHsSgjo2RSybsz8zUZd35d7jHZ5RSJMAxsPHw==',
  ].join(''),
  'base64',
)

/** Ends a stream that stands at a border of bytes: a last block with nothing in it. */
const ending = Buffer.from([3])

/** The dictionary, and the beginning of a stream that unpacks to it. */
export const frameDictionary = { packed, plain: brotliDecompressSync(Buffer.concat([packed, ending])) } as const
