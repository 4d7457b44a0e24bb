// @ts-check
/** Whether Excel on this computer will trust the service's address, and the manifest's address for the clipboard. */

const trust = /** @type {HTMLElement} */ (document.getElementById('trust'));
const says = /** @type {HTMLElement} */ (document.getElementById('trust-says'));
const copy = /** @type {HTMLButtonElement} */ (document.getElementById('copy'));
const address = /** @type {HTMLInputElement} */ (document.getElementById('manifest'));
const copied = /** @type {HTMLElement} */ (document.getElementById('copied'));

/** A browser does not tell a page why an address failed. */
const TIME = 8_000;

async function check() {
    const manifest = trust.dataset['manifest'] ?? '';
    try {
        const response = await fetch(manifest, { cache: 'no-store', signal: AbortSignal.timeout(TIME) });
        if (!response.ok || !(await response.text()).includes('<OfficeApp')) throw new Error('no manifest');
        trust.className = 'good';
        say('Trusted:', ' this browser loaded the manifest from there. ', location.origin === new URL(manifest).origin
            ? 'If it warned you before it opened this page, the certificate is not trusted yet, and Excel will refuse it.'
            : '');
    } catch {
        trust.className = 'bad';
        say('Not trusted:', ' this browser could not load the manifest from there. ', link(manifest), ' to see why. '
            + 'If the browser warns you, this computer does not trust the certificate; if nothing opens, the address does not '
            + 'lead to this service.');
    }
}

/** @param {string} verdict @param {(Node | string)[]} words */
function say(verdict, ...words) {
    const strong = document.createElement('strong');
    strong.textContent = verdict;
    says.replaceChildren(strong, ...words);
}

/** @param {string} manifest */
function link(manifest) {
    const made = document.createElement('a');
    made.href = manifest;
    made.textContent = 'Open the manifest';
    return made;
}

copy.hidden = false;
copy.addEventListener('click', async () => {
    address.select();
    try {
        await navigator.clipboard.writeText(address.value);
        copied.textContent = 'Copied.';
    } catch {
        copied.textContent = 'The address is selected: copy it with Ctrl+C, or ⌘C on a Mac.';
    }
});
void check();
