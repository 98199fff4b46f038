/** What we use of autocannon, which brings no types. */
declare module 'autocannon' {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    /** seconds */
    duration: number;
    requests: (Request & { setupRequest?: (request: Request) => Request })[];
  };
  type Result = {
    /** seconds */
    duration: number;
    errors: number;
    timeouts: number;
    requests: { total: number };
    /** in whole ms */
    latency: { p50: number; p99: number };
    statusCodeStats: Record<string, { count: number }>;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
