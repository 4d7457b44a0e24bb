// @ts-check
/**
 * The tab from which staged figures are sent: what is unsent, what would become of it, and the way to finance.
 * @import { BatchClient } from './batch.js'
 * @import { Link } from './linked-workbook.js'
 * @import { Reply } from './service.js'
 * @import { Session } from './session.js'
 * @import { Staged, Staging } from './staging.js'
 * @import { Line, Outcome } from './submission.js'
 */
import { auditRows } from './audit-package.js';
import { byId, counted, element, onClick, sentenceOf } from './dom.js';
import {
    addSheet, calculateCells, convertToValues, linkedCells, readLink, stampAsOf, termsOfWorkbook, writeLink,
} from './linked-workbook.js';
import { Refusal } from './service.js';
import { isConflict, serialOf, Submissions, Waiting } from './submission.js';
import { recalculateCells, selectCell } from './workbook.js';

/** Excel calculates while its user types; a pane that waits for a cell must not wait for ever. */
const CALCULATING_MS = 20_000;
const REDRAW_MS = 200;
const LIMIT = 200;

const UNASKED = 'What waits to be sent is known when the service has answered. Choose Check then.';
const CONVERT = 'Convert to values';
const CONVERT_ALL_THE_SAME = 'Convert them all the same';

/** @type {Record<string, string>} */
const WORDS = {
    STAGED: 'Not sent yet.',
    LOCKED: 'Closed.',
    'NOT A LEAF': 'Not for a sum.',
    'NOT PERMITTED': 'Not permitted.',
    'CHANGED ELSEWHERE': 'Somebody else has changed it.',
};

/**
 * @param {{ root: URL, session: Session, inExcel: Promise<boolean>, date1904: () => Promise<boolean>, staging: Staging,
 *           client: BatchClient, reachable: () => Promise<Reply>, linked: (id: string) => void,
 *           say: (sentence: string) => void, open: () => void }} parts open: shows the tab
 * @returns {{ refresh: (hasLooked: boolean) => Promise<number> }} calculates all cells and says how many; hasLooked: since the
 *          user asked for it, and now looks at them
 */
export function showSubmit({ root, session, inExcel, date1904, staging, client, reachable, linked, say, open }) {
    const submissions = new Submissions({ root, fetch: session.fetch, date1904 });
    /** @type {Link | undefined} */
    let link;
    /** What the service said last of what each cell enters. @type {Map<string, Line>} */
    let said = new Map();
    /** Whether the cells have been asked what they enter. */
    let isAsked = false;

    const draw = () => {
        const unsent = staging.unsent();
        const strip = byId('unsent');
        strip.hidden = unsent.length === 0;
        strip.textContent = unsent.length === 0 ? '' : counted(unsent.length, 'unsent change');
        byId('staged-state').textContent = unsent.length === 0
            ? isAsked ? 'No change of this workbook waits to be sent.' : UNASKED
            : `Waiting to be sent: ${counted(unsent.length, 'change')}. Saving the file does not send anything.`;
        const rest = unsent.length - LIMIT;
        const more = rest > 0 ? [element('li', {}, [`And ${rest.toLocaleString('en')} more.`])] : [];
        byId('staged-list').replaceChildren(...unsent.slice(0, LIMIT).map(item), ...more);
        const pending = link?.pending;
        byId('pending').hidden = !pending;
        byId('pending-text').textContent = pending
            ? `Kept in this workbook, since there was no answer: ${counted(pending.lines.length, 'change')}.`
            : '';
        byId('link-text').textContent = link
            ? `Linked as ${link.name}. Finance sees its submissions under this name.`
            : 'This workbook is not linked. Link it once, and finance knows where its figures come from.';
        byId('link').textContent = link ? 'Link it as a copy' : 'Link this workbook';
        byId('send').hidden = byId('sending').hidden = link === undefined;
    };
    // Thousands of cells may change at once; the list is drawn once for all of them.
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let drawing;
    staging.changed = () => {
        drawing ??= setTimeout(() => {
            drawing = undefined;
            draw();
        }, REDRAW_MS);
    };

    /** @param {Staged} staged */
    const item = (staged) => {
        const line = said.get(identityOf(staged));
        const select = { type: 'button', class: 'quiet', 'aria-label': `Select ${staged.cell}` };
        const place = element('button', select, [staged.cell]);
        onClick(place, () => selectCell(staged.cell).then(() => ''), say);
        const period = typeof staged.period === 'number' ? line?.period ?? 'a date' : String(staged.period);
        const what = [staged.metric, staged.org, period, staged.scenario].join(' · ');
        const before = line?.before ?? (line ? 'nothing' : '…');
        const mine = element('button', { type: 'button' }, ['Send mine all the same']);
        onClick(mine, async () => {
            const known = /** @type {Link} */ (link);
            await submissions.accept(known, staged, /** @type {Line} */ (line));
            await submissions.register(known, staging.entered(), staging.shown());
            await keep(known);
            return check();
        }, say);
        return element('li', { class: 'problem' }, [
            element('p', {}, [place, ' ', element('span', { class: 'name' }, [staged.note ? `${what} (note)` : what])]),
            element('p', { class: 'change' }, [before, ' → ', element('strong', {}, [shown(staged, line)])]),
            element('p', {}, [becameOf(staged, line)]),
            ...(link && line && isConflict(line) ? [mine] : []),
        ]);
    };

    const keep = async (/** @type {Link} */ changed) => {
        if (changed.id !== link?.id) linked(changed.id);
        link = changed;
        await writeLink(changed);
    };

    /** @type {Promise<unknown>} */
    let collecting = Promise.resolve();
    /** Has every entering cell tell of itself, one time after the other. @param {() => Promise<unknown>} [calculateAll] */
    const collect = (calculateAll) => {
        const collected = collecting.then(() => collectNow(calculateAll));
        collecting = collected.catch(() => {});
        return collected;
    };

    const collectNow = async (/** @type {(() => Promise<unknown>) | undefined} */ calculateAll) => {
        client.clear();
        const silent = await ask(calculateAll);
        if (silent.length > 0) {
            const some = silent.slice(0, 3).join(', ') + (silent.length > 3 ? ' and others' : '');
            throw new Error(`Excel has not calculated ${some}. Is a cell being edited? Press Enter, then try again.`);
        }
    };

    const ask = async (/** @type {(() => Promise<unknown>) | undefined} */ calculateAll) => {
        const { entering, showing } = await linkedCells();
        const calculate = calculateAll ?? (() => calculateCells(entering.map(({ address }) => address)));
        const silent = await staging.renew(entering, calculate, CALCULATING_MS, calculateAll && showing);
        isAsked = true;
        draw();
        return silent;
    };

    const refresh = async (/** @type {boolean} */ hasLooked) => {
        let count = 0;
        await collect(async () => {
            count = await recalculateCells();
        });
        const { asOf } = client.freshness;
        if (asOf) await stampAsOf(serialOf(asOf, await date1904()));
        if (link) await tell(link, hasLooked);
        return count;
    };

    /** Finance sees when a workbook read its figures, and in which version. */
    const tell = async (/** @type {Link} */ known, /** @type {boolean} */ hasLooked) => {
        try {
            const cells = /** @type {const} */ ([staging.entered(), staging.shown()]);
            const isNewer = hasLooked && (await submissions.registerLookedAt(known, ...cells));
            if (!hasLooked) await submissions.register(known, ...cells);
            await keep(known);
            if (isNewer) await collect();
        } catch (cause) {
            // Somebody else has linked this workbook, and answers for its cells; or its user may only read.
            if (!(cause instanceof Refusal && (cause.status === 409 || cause.status === 403))) throw cause;
        }
    };

    /** @param {readonly Staged[]} staged @param {readonly Line[]} lines */
    const remember = (staged, lines) => {
        said = new Map();
        lines.forEach((line, at) => {
            const entry = staged[at];
            if (entry) said.set(identityOf(entry), line);
        });
        draw();
    };

    const check = async () => {
        await reachable();
        await collect();
        const unsent = staging.unsent();
        if (unsent.length === 0) return 'Finance has every figure of this workbook already.';
        const asked = link ?? { id: '', name: '', seen: {} };
        const { accepted, refused, lines } = await submissions.dryRun(asked, unsent);
        if (link) await keep(link);
        remember(unsent, lines);
        return refused === 0
            ? `${counted(accepted, 'change')} can be sent.`
            : `${counted(refused, 'change')} cannot be sent: the list says why. ${accepted} can.`;
    };

    const register = async () => {
        await collect(recalculateCells);
        const terms = await termsOfWorkbook();
        // What is on its way belongs to the workbook that sent it: its key is for what that one sends.
        /** @type {Link} */
        const made = { seen: { ...link?.seen }, id: crypto.randomUUID(), name: terms.name };
        await submissions.register(made, staging.entered(), staging.shown(), terms);
        await keep(made);
        draw();
        const cells = `${counted(staging.entered().length, 'cell')} that may be sent`;
        const figures = staging.shown().length > 0 ? ` and ${staging.shown().length} that show a figure` : '';
        return `${terms.name} is linked, with ${cells}${figures}. Save it, so that the link stays.`;
    };

    const submit = async () => {
        // What is on its way arrives first, or its own lines would stand in the way of the new ones.
        if (link?.pending) return resend();
        await collect();
        const unsent = staging.unsent();
        if (unsent.length === 0) {
            return client.freshness.away
                ? 'Offline: there was nothing to send when the service last answered.'
                : 'There is nothing to send: finance has every figure already.';
        }
        const known = /** @type {Link} */ (link);
        // What was never read counts as read only once its user has seen it.
        const unread = unsent.some((each) => !said.has(identityOf(each)));
        if (unread) {
            const { lines } = await submissions.dryRun(known, unsent);
            await keep(known);
            remember(unsent, lines);
            return 'Look at what will change, then choose Submit again.';
        }
        const comment = /** @type {HTMLInputElement} */ (byId('comment')).value.trim();
        const acceptValid = /** @type {HTMLInputElement} */ (byId('accept-valid')).checked;
        return settled(unsent, () => submissions.submit(known, unsent, { comment, acceptValid }, keep));
    };

    /**
     * @param {readonly Staged[]} sent
     * @param {() => Promise<Outcome>} send
     */
    const settled = async (sent, send) => {
        try {
            const { id, accepted, refused, lines } = await send();
            remember(sent, lines);
            /** @type {HTMLInputElement} */ (byId('comment')).value = '';
            const rest = refused > 0 ? ` ${counted(refused, 'other')} could not be sent: the list says why.` : '';
            return `Sent: ${counted(accepted, 'change')}, as submission ${id}.${rest}${await refreshed()}`;
        } catch (cause) {
            draw();
            if (cause instanceof Waiting) {
                return `${cause.message} What you sent is kept in this workbook until there is an answer: save it.`;
            }
            const lines = cause instanceof Refusal ? cause.problem?.outcome?.lines : undefined;
            if (!lines) throw cause;
            if (sent.length > 0) remember(sent, lines);
            else await check();
            const conflicts = lines.filter(isConflict).length;
            return conflicts > 0
                ? `Nothing was sent: ${counted(conflicts, 'figure')} changed elsewhere meanwhile. The list shows both values.`
                : 'Nothing was sent: the list says what cannot be. Mend it, or send only the rest.';
        }
    };

    /** What was sent stands, whatever fails now: answers with why the cells may not show it. */
    const refreshed = async () => {
        try {
            await refresh(false);
            return '';
        } catch (cause) {
            return ` ${sentenceOf(cause)}`;
        } finally {
            draw();
        }
    };

    const resend = () => settled([], () => submissions.sendPending(/** @type {Link} */ (link), keep));

    const pack = async () => {
        if (!link) return 'Link this workbook first: an auditor wants to know which one it is.';
        await reachable();
        await refresh(false);
        const packed = new Date();
        const workbook = { ...link, packed, verified: await submissions.verified() };
        const figures = await submissions.figures(link, staging.entered(), staging.shown());
        const rows = await auditRows((name, args) => client.call(name, args).answer, workbook, figures);
        const name = `MPM audit ${packed.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')}`;
        await addSheet(name, rows);
        return `The sheet ${name} has the changes and the hashes of ${counted(figures.length, 'figure')}. `
            + 'Convert to values next, and hand over the file.';
    };

    const convert = async () => {
        const button = byId('convert');
        if (button.textContent !== CONVERT_ALL_THE_SAME) {
            button.textContent = CONVERT_ALL_THE_SAME;
            return 'Every MPM formula becomes its value, and Undo may not bring it back. '
                + 'Save a copy first, then choose the button again.';
        }
        button.textContent = CONVERT;
        const count = await convertToValues();
        return `${counted(count, 'formula')} gave way to values. This workbook asks MPM nothing any more.`;
    };

    byId('unsent').addEventListener('click', open);
    onClick(byId('link'), register, say);
    onClick(byId('check'), check, say);
    onClick(byId('send'), submit, say);
    onClick(byId('resend'), resend, say);
    onClick(byId('pack'), pack, say);
    onClick(byId('convert'), convert, say);
    addEventListener('online', () => {
        if (link?.pending) resend().then(say, (cause) => say(sentenceOf(cause)));
    });
    /** @type {HTMLAnchorElement} */ (byId('to-finance')).href = new URL('finance', root).href;

    draw();
    void inExcel.then(async (isExcel) => {
        for (const id of ['link', 'check', 'send', 'resend', 'pack', 'convert']) {
            /** @type {HTMLButtonElement} */ (byId(id)).disabled = !isExcel;
        }
        byId('submit-only-in-excel').hidden = isExcel;
        if (!isExcel) return;
        link = await readLink();
        draw();
        await reachable();
        await ask(undefined);
        if (link?.pending) say(await resend());
    }).catch((cause) => say(sentenceOf(cause)));

    return { refresh };
}

/** What was said of a cell holds for as long as it enters the same. @param {Staged} staged */
function identityOf({ cell, value, metric, org, period, scenario }) {
    return JSON.stringify([cell, value, metric, org, period, scenario]);
}

/** @param {Staged} staged @param {Line | undefined} line */
function shown({ value }, line) {
    return value === '#MISSING' ? 'nothing' : line?.after ?? String(value);
}

/** @param {Staged} staged @param {Line | undefined} line */
function becameOf(staged, line) {
    if (!line) return staged.message ?? WORDS[staged.status] ?? staged.status;
    if (isConflict(line) && line.changedBy) {
        const at = line.changedAt?.slice(0, 16).replace('T', ' ');
        return `${line.changedBy} changed it to ${line.before ?? 'nothing'} on ${at} UTC, after this workbook read it.`;
    }
    return line.reason || WORDS[line.status] || line.status;
}
