// @ts-check
/**
 * The pane around the guide and the gallery: whether the service answers, what went wrong in which cell, and what
 * mends it.
 * @import { BatchClient } from './batch.js'
 * @import { Problem, Problems } from './problems.js'
 * @import { Reply, Transport } from './service.js'
 * @import { Session } from './session.js'
 * @import { Staging } from './staging.js'
 */
import { officeDialog, windowDialog } from './dialog.js';
import { byId, counted, element, onClick, sentenceOf, timeOf } from './dom.js';
import { showGallery } from './gallery.js';
import { showGuide } from './guide.js';
import { readJson, Unreachable } from './service.js';
import { showSubmit } from './submit.js';
import { recalculateSelection, repairFormulas, selectCell } from './workbook.js';

const HEALTH_MS = 60_000;
const HEALTH_LIMIT_MS = 10_000;
/** A whole calculation, there and back: no other health matters to a cell. */
const PROBE = '{"function":"VARIANCE","arguments":[120,100]}';
const REDRAW_MS = 200;

/**
 * @param {{ root: URL, session: Session, calculate: Transport, client: BatchClient, problems: Problems,
 *           staging: Staging, inExcel: Promise<boolean>, date1904: () => Promise<boolean>,
 *           linked: (id: string) => void }} parts linked: told the id under which the workbook is linked
 * @returns {{ say: (sentence: string) => void, know: (ids: string[]) => void }}
 */
export function showPane({ root, session, calculate, client, problems, staging, inExcel, date1904, linked }) {
    /** @type {string[]} */
    let ids = [];
    const known = () => {
        if (ids.length === 0) throw new Error('The functions have not been loaded yet. Try again in a moment.');
        return ids;
    };
    /** @param {string} sentence */
    const say = (sentence) => {
        byId('notice-text').textContent = sentence;
        byId('notice').hidden = sentence === '';
    };
    byId('dismiss').addEventListener('click', () => say(''));

    showTabs();
    // Where nothing answers, cells keep what they show: Excel is not asked to calculate them.
    const reachable = () => calculate([PROBE], AbortSignal.timeout(HEALTH_LIMIT_MS));
    const askHealth = showHealth({
        root,
        reachable,
        client,
        returned: () => inExcel.then((isExcel) => isExcel ? recalculated(false) : '').then(say, (cause) => say(sentenceOf(cause))),
    });
    showProblems({ problems, inExcel, say });
    showGuide({ root, inExcel, say });
    showGallery({ root, inExcel, ids: known, say });
    const open = () => byId('submit-tab').click();
    const { refresh } = showSubmit({ root, session, inExcel, date1904, staging, client, reachable, linked, say, open });

    const recalculate = /** @type {HTMLButtonElement} */ (byId('recalculate'));
    const repair = /** @type {HTMLButtonElement} */ (byId('repair'));
    const selection = /** @type {HTMLButtonElement} */ (byId('recalculate-selection'));
    const recalculated = async (/** @type {boolean} */ hasLooked) => {
        await reachable();
        problems.clear();
        const count = await refresh(hasLooked);
        return count === 0 ? 'No cell of this workbook calls MPM.' : `Recalculated ${counted(count, 'cell')}.`;
    };
    const selectionRecalculated = async () => {
        await reachable();
        client.clear();
        const count = await recalculateSelection();
        return count === 0 ? 'No cell of the selection calls MPM.' : `Recalculating ${counted(count, 'cell')}.`;
    };
    const repaired = async () => {
        const { repaired, refused } = await repairFormulas(known());
        const done = repaired === 0 ? 'No formula was repaired.' : `Repaired ${counted(repaired, 'formula')}.`;
        if (refused.length === 0) return done;
        const more = refused.length > 5 ? ` and ${counted(refused.length - 5, 'more cell')}` : '';
        return `${done} Excel did not accept ${refused.slice(0, 5).join(', ')}${more}: is the sheet protected?`;
    };
    showAccount({
        root,
        session,
        inExcel,
        say,
        changed: async () => {
            client.forget();
            void askHealth();
            if (session.isSignedIn && (await inExcel)) await recalculated(false);
        },
    });
    onClick(recalculate, () => recalculated(true), say);
    onClick(selection, selectionRecalculated, say);
    onClick(repair, repaired, say);
    void inExcel.then((isExcel) => {
        recalculate.disabled = selection.disabled = repair.disabled = !isExcel;
        byId('only-in-excel').hidden = isExcel;
    });

    return {
        say,
        know: (all) => {
            ids = all;
        },
    };
}

/** Tabs as the ARIA practices describe them: one stop for the Tab key, the arrows go from one to the next. */
function showTabs() {
    const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')]);
    /** @param {HTMLElement} chosen */
    const choose = (chosen) => {
        for (const tab of tabs) {
            tab.ariaSelected = String(tab === chosen);
            tab.tabIndex = tab === chosen ? 0 : -1;
            byId(tab.getAttribute('aria-controls') ?? '').hidden = tab !== chosen;
        }
    };
    /** @type {Record<string, (at: number) => number>} */
    const moves = { ArrowRight: (at) => at + 1, ArrowLeft: (at) => at - 1, Home: () => 0, End: () => tabs.length - 1 };
    tabs.forEach((tab, at) => {
        tab.addEventListener('click', () => choose(tab));
        tab.addEventListener('keydown', (event) => {
            const next = tabs.at((moves[event.key]?.(at) ?? NaN) % tabs.length);
            if (!next || !(event.key in moves)) return;
            event.preventDefault();
            choose(next);
            next.focus();
        });
    });
}

/**
 * Who is signed in, where the service asks.
 * @param {{ root: URL, session: Session, inExcel: Promise<boolean>, say: (sentence: string) => void,
 *           changed: () => Promise<void> }} parts
 */
function showAccount({ root, session, inExcel, say, changed }) {
    const signIn = byId('sign-in');
    const signOut = byId('sign-out');
    const show = async () => {
        signIn.hidden = session.isSignedIn;
        signOut.hidden = !session.isSignedIn;
        byId('user').textContent = session.isSignedIn ? `Signed in as ${await userName()}` : 'Not signed in';
    };
    const userName = async () => (await readJson(new URL('api/v1/user', root).href, session.fetch)).name;
    session.changed = () => {
        Promise.all([show(), changed()]).catch((cause) => say(sentenceOf(cause)));
    };
    onClick(signIn, async () => {
        await session.signIn((await inExcel) ? officeDialog : windowDialog);
        return '';
    }, say);
    signOut.addEventListener('click', () => session.signOut());
    session.offer().then(({ required }) => {
        byId('account').hidden = !required;
        return show();
    }).catch((cause) => say(sentenceOf(cause)));
}

/**
 * @param {{ root: URL, reachable: () => Promise<Reply>, client: BatchClient, returned: () => unknown }} parts
 *        returned: what is done when the service answers again
 * @returns {() => Promise<void>} asks the service again how it is
 */
function showHealth({ root, reachable, client, returned }) {
    let wasAway = false;
    let isAsking = false;
    let isAskedMeanwhile = false;
    /** @type {'answering' | 'away'} */
    let state = 'answering';
    /** @type {string[]} */
    let parts = [];
    const show = () => {
        const { asOf, away } = client.freshness;
        const read = asOf ? [`${away ? 'figures as of' : 'last read'} ${timeOf(asOf)}`] : [];
        const all = [...parts, ...read];
        // In a narrow pane the line breaks between its parts, not within them.
        const text = state === 'away' ? all.join(' · ') : all.map((part) => part.replaceAll(' ', '\u00a0')).join(' · ');
        const line = byId('health');
        line.parentElement?.setAttribute('data-state', state);
        // Writing the same text again would make screen readers repeat it every minute.
        if (line.textContent !== text) line.textContent = text;
        byId('ask-again').hidden = state === 'answering';
    };
    const ask = async () => {
        isAskedMeanwhile = isAsking;
        if (isAsking) return;
        isAsking = true;
        try {
            const { dataVersion } = await reachable();
            client.noticeDataVersion(dataVersion);
            const version = await versionOf(root, AbortSignal.timeout(HEALTH_LIMIT_MS));
            state = 'answering';
            parts = ['Answering', ...(version ? [`version ${version}`] : []), `data version ${dataVersion}`];
            show();
            if (wasAway) returned();
            wasAway = false;
        } catch (cause) {
            wasAway ||= cause instanceof Unreachable;
            state = 'away';
            parts = [sentenceOf(cause)];
            show();
        } finally {
            isAsking = false;
            if (isAskedMeanwhile) void ask();
        }
    };
    client.changed = () => {
        if (parts.length > 0) show();
        if (client.freshness.away) void ask();
    };
    addEventListener('online', ask);
    byId('ask-again').addEventListener('click', ask);
    document.addEventListener('visibilitychange', () => document.hidden || ask());
    setInterval(() => document.hidden || ask(), HEALTH_MS);
    void ask();
    return ask;
}

/**
 * MicroProfile's health names the version where one of its checks tells it; the pane can do without.
 * @param {URL} root
 * @param {AbortSignal} signal
 */
async function versionOf(root, signal) {
    const { checks = [] } = await readJson(new URL('health', root).href, undefined, { signal }).catch(() => ({}));
    return checks.find((/** @type {any} */ check) => check.data?.version)?.data.version;
}

/** @param {{ problems: Problems, inExcel: Promise<boolean>, say: (sentence: string) => void }} parts */
function showProblems({ problems, inExcel, say }) {
    let isExcel = false;

    const list = () => {
        const all = problems.list();
        byId('problem-count').textContent = String(all.length);
        byId('problem-count').hidden = all.length === 0;
        byId('problem-summary').textContent = all.length === 0
            ? 'No MPM cell has reported a problem since this workbook was opened.'
            : `${counted(all.length, 'cell')} with a problem or a note, the latest first.`;
        byId('problem-list').replaceChildren(...all.map(item));
    };

    /** @param {Problem} problem */
    const item = ({ cell, name, error, message, failedCells, notes }) => {
        const attributes = { type: 'button', class: 'quiet', 'aria-label': `Select ${cell}` };
        const place = isExcel ? element('button', attributes, [cell]) : element('strong', {}, [cell]);
        if (isExcel) onClick(place, () => selectCell(cell).then(() => ''), say);
        const extent = failedCells > 0 ? ` in ${counted(failedCells, 'cell')} of the result` : '';
        const kind = error
            ? element('span', { class: 'error' }, [error + extent])
            : element('span', { class: 'noted' }, ['Note']);
        const sentences = [...(message ? [message] : []), ...notes].map((sentence) => element('p', {}, [sentence]));
        return element('li', { class: 'problem' }, [
            element('p', {}, [place, ' ', kind, ' ', element('span', { class: 'name' }, [name])]),
            ...sentences,
        ]);
    };

    // Ten thousand cells may change at once; the list is drawn once for all of them.
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let drawing;
    problems.changed = () => {
        drawing ??= setTimeout(() => {
            drawing = undefined;
            list();
        }, REDRAW_MS);
    };
    list();
    void inExcel.then((excel) => {
        isExcel = excel;
        list();
    });
}
