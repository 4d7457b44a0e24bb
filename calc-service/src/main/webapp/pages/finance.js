// @ts-check
/**
 * The page for finance. Its views are addresses behind #, so that one can be sent to a colleague; each is filled from the
 * API in the name of whoever has signed in.
 * @import { View } from './finance/view.js'
 */
import { windowDialog } from '/addin/dialog.js';
import { byId, onClick, sentenceOf } from '/addin/dom.js';
import { Session } from '/addin/session.js';
import { show as alerts } from './finance/alerts.js';
import { show as audit } from './finance/audit.js';
import { show as locks } from './finance/locks.js';
import { show as periods } from './finance/periods.js';
import { PlanService } from './finance/plan-service.js';
import { show as rates } from './finance/rates.js';
import { show as reconciliation } from './finance/reconciliation.js';
import { show as submissions } from './finance/submissions.js';
import { show as workbooks } from './finance/workbooks.js';

/** @type {Record<string, View>} */
const VIEWS = { submissions, locks, audit, reconciliation, alerts, rates, periods, workbooks };
const FIRST = 'submissions';

const session = new Session({ root: new URL('/', location.href), place: 'on this page' });
const service = new PlanService(session.fetch);

/** @param {string} sentence */
function say(sentence) {
    byId('said').textContent = sentence;
    byId('said').hidden = sentence === '';
    if (sentence) byId('said').scrollIntoView({ block: 'nearest' });
}

/** What the address asks for: a view, and what of it. */
function address() {
    const [name = '', query = ''] = location.hash.slice(1).split('?');
    return { name: name in VIEWS ? name : FIRST, asked: new URLSearchParams(query) };
}

/** Of two views that are asked for one after the other the later is shown, whichever answers first. */
let visits = 0;

async function visit() {
    const mine = ++visits;
    const { name, asked } = address();
    for (const link of byId('views').querySelectorAll('a')) {
        const isShown = link.hash === `#${name}`;
        link.ariaCurrent = isShown ? 'page' : null;
        if (isShown) document.title = `${link.textContent} · Finance · MPM`;
    }
    const { user, isEmpty } = await known();
    if (mine !== visits) return;
    const may = (/** @type {string[]} */ ...roles) =>
        user.roles.some((/** @type {any} */ { role }) => roles.includes(role));
    byId('views').hidden = isEmpty;
    byId('welcome').hidden = !isEmpty;
    byId('load-sample').hidden = !may('ADMIN');
    for (const section of sections()) {
        section.hidden = isEmpty || section.id !== name;
        // What is not shown is not kept: it would be old by the next time.
        if (section.hidden) shownIn(section).replaceChildren();
    }
    if (isEmpty) return;
    const parts = await /** @type {View} */ (VIEWS[name])({
        service,
        asked,
        say,
        may,
        again: visit,
        go: (wanted) => {
            const query = new URLSearchParams(wanted).toString();
            // Not by the hash: its event comes later, and would wipe off what is said meanwhile.
            history.pushState(null, '', `#${name}${query && `?${query}`}`);
            return visit();
        },
    });
    if (mine !== visits) return;
    const shown = shownIn(byId(name));
    // Whoever goes by keyboard stays in the view, and does not begin at the top of the page again.
    if (shown.contains(document.activeElement)) byId(name).focus({ preventScroll: true });
    shown.replaceChildren(...parts);
}

/** @returns {NodeListOf<HTMLElement>} */
function sections() {
    return document.querySelectorAll('.view');
}

/** @param {HTMLElement} section */
function shownIn(section) {
    return /** @type {HTMLElement} */ (section.querySelector('.shown'));
}

/** Who asks, and whether there is anything to show. */
async function known() {
    const [user, { units }] = await Promise.all([service.get('user'), service.get('units')]);
    return { user, isEmpty: units.length === 0 };
}

/** Shows what the address asks for, or says why not. */
async function arrive() {
    try {
        await visit();
    } catch (cause) {
        for (const section of sections()) section.hidden = true;
        say(sentenceOf(cause));
    }
}

async function showAccount() {
    byId('sign-in').hidden = session.isSignedIn;
    byId('sign-out').hidden = !session.isSignedIn;
    const nameOfUser = async () => (await service.get('user')).name;
    byId('user').textContent = session.isSignedIn ? `Signed in as ${await nameOfUser()}.` : 'Not signed in.';
}

onClick(byId('sign-in'), () => session.signIn(windowDialog).then(() => ''), say);
byId('sign-out').addEventListener('click', () => session.signOut());
session.changed = () => {
    say('');
    void showAccount().catch((cause) => say(sentenceOf(cause)));
    void arrive();
};
onClick(byId('load-sample'), async () => {
    await service.post('sample', {});
    await visit();
    return 'The sample company is loaded. In a worksheet, '
        + '=MPM.GET("MKT_SPEND", "EMEA", "FY2027-P01", "ACTUAL") answers from it.';
}, say);
addEventListener('hashchange', () => {
    say('');
    void arrive();
});
void session.offer().then(({ required }) => {
    byId('account').hidden = !required;
    return required ? showAccount() : undefined;
}).catch((cause) => say(sentenceOf(cause))).then(arrive);
