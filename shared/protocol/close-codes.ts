// Why a socket was closed. 4400–4499 stop a stock y-websocket client; 1012 and 1013 ask it to come back.
export const CLOSE = {
  restart: 1012,
  slowReader: 1013,
  noSuchBoard: 4401,
  tooSmallRight: 4403,
  reload: 4409,
  tooLarge: 4413,
  tooFast: 4429,
} as const
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]
