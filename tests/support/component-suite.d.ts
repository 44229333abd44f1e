// The globals of component tests (mocha in the browser, by @web/test-runner).
type SuiteBody = () => void
type TestBody = (this: { timeout(ms: number): void }) => void | Promise<void>

declare global {
  function describe(title: string, body: SuiteBody): void
  function it(title: string, body: TestBody): void
  function before(body: TestBody): void
  function after(body: TestBody): void
  function beforeEach(body: TestBody): void
  function afterEach(body: TestBody): void
}

export {}
