/** Where the core writes what an operator should know; `pino` fits. */
export type Log = {
  info: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};
