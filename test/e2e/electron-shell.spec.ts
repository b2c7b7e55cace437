import { expect, test } from './fixtures/test'

// What only the product itself can prove; `test/integration/shells/electron-main.test.ts` holds what plain Node can.
test.skip(({ shell }) => shell !== 'electron', 'needs the runtime of Electron')

test('the page of the product has no Node, no network, no second window and no permission', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  desk.expectMessage(/net::ERR_|Content Security Policy|Refused to|violates/u)
  const page = desk.page()
  await expect(page.getByRole('heading', { name: '欢迎使用联审' })).toBeVisible()
  expect(await page.evaluate('[typeof require, typeof process, typeof Buffer, typeof module].join()')).toBe(
    'undefined,undefined,undefined,undefined',
  )
  expect(await page.evaluate('Object.keys(window.bridge).join()')).toBe('invoke')
  const reach = (url: string) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'reached',
          () => 'refused',
        ),
      url,
    )
  for (const url of ['http://127.0.0.1:9/', 'https://192.0.2.1/', 'file:///etc/hostname']) {
    expect(await reach(url), url).toBe('refused')
  }
  expect(await page.evaluate("window.open('https://example.invalid') === null")).toBe(true)
  const permissions = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]
    return Promise.all(names.map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))
  })
  expect(permissions).toEqual(['denied', 'denied', 'denied', 'denied'])
  await page.evaluate("location.href = 'https://example.invalid/'")
  await expect(page).toHaveURL(/^app:\/\/lianshen\//u)
  await expect(page.getByRole('heading', { name: '欢迎使用联审' })).toBeVisible()
})
