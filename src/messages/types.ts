/** Types that both ends of a channel derive from the table. */

type Exchange = { request: unknown; response: unknown };

export type RequestOf<Table, K extends keyof Table> = Table[K] extends Exchange ? Table[K]["request"] : never;
export type ResponseOf<Table, K extends keyof Table> = Table[K] extends Exchange
  ? Table[K]["response"]
  : never;

/** A request as it travels; a union over the table, told apart by `type`. */
export type Envelope<Table> = {
  [K in keyof Table]: { type: K; request: RequestOf<Table, K> };
}[keyof Table];
