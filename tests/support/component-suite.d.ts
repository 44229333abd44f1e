// The globals of component tests (mocha in the browser, by @web/test-runner).
type SuiteBody = (this: { timeout(ms: number): void }) => void
type TestBody = (this: { timeout(ms: number): void }) => void | Promise<void>

declare function describe(title: string, body: SuiteBody): void
declare function it(title: string, body: TestBody): void
declare function before(body: TestBody): void
declare function after(body: TestBody): void
declare function beforeEach(body: TestBody): void
declare function afterEach(body: TestBody): void
