// @ts-check
/**
 * Finds functions by the words of a question. A rare word says more than a common one, and a word of the name or the
 * question more than one in an argument's meaning.
 *
 * @typedef {object} Described
 * @property {string} name
 * @property {string} question
 * @property {string} factor
 * @property {string} stage not searched: PLAN would make every planning function an answer to "plan"
 * @property {string} [caution]
 * @property {{ name: string, meaning: string }[]} arguments
 * @property {{ name: string, meaning: string }[]} [columns]
 * @property {{ shows: string, because?: string }[]} [examples]
 */

/** A function that says much less to the question than the best one only lengthens the list. */
const WORTH_SHOWING = 0.2;

/** Words that every question holds. */
const FILLERS = new Set(
    (
        'a an and any are as at be by can could did do does for from get give had has have how i if in into is it its '
        + 'me my of on or our should show so that the their them there they this to us was we were what when where '
        + 'which who why will with would you your'
    ).split(' '),
);

/** @param {string} text */
function wordsOf(text) {
    return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * "forecasting" finds forecast, "vari" finds variance; below four letters only the beginning of a longer word counts.
 * @param {string} asked
 * @param {string} word
 */
function likeness(asked, word) {
    if (asked === word) return 1;
    if (word.startsWith(asked)) return 0.75;
    return word.length >= 4 && asked.startsWith(word) ? 0.6 : 0;
}

/** @param {Described} each @returns {[weight: number, words: string[]][]} */
function fieldsOf(each) {
    const told = [...each.arguments, ...(each.columns ?? [])].map(({ name, meaning }) => `${name} ${meaning}`);
    return [
        [8, wordsOf(each.name)],
        [5, wordsOf(each.question)],
        [2, wordsOf([each.factor, ...told].join(' '))],
        [1, wordsOf([each.caution ?? '', ...(each.examples ?? []).map((e) => e.because ?? '')].join(' '))],
    ];
}

/**
 * @template {Described} F
 * @param {string} question
 * @param {readonly F[]} functions
 * @returns {F[]} the best first; all, in their order, for an empty question
 */
export function find(question, functions) {
    const all = wordsOf(question);
    const telling = all.filter((word) => !FILLERS.has(word));
    const asked = telling.length > 0 ? telling : all;
    if (asked.length === 0) return [...functions];

    const fields = functions.map(fieldsOf);
    const rated = functions.map((each) => ({ each, score: 0, met: 0 }));
    for (const word of asked) {
        const points = fields.map((each) => Math.max(...each.map(([weight, words]) => weight * best(word, words))));
        const meeting = points.filter((point) => point > 0).length;
        const rarity = 1 + Math.log(functions.length / Math.max(1, meeting));
        rated.forEach((one, i) => {
            const point = points[i] ?? 0;
            one.score += point * rarity;
            one.met += point > 0 ? 1 : 0;
        });
    }
    const least = WORTH_SHOWING * Math.max(...rated.map(({ score }) => score));
    return rated
        .filter(({ score, met }) => 2 * met >= asked.length && score >= least)
        .sort((a, b) => b.score - a.score)
        .map(({ each }) => each);
}

/** @param {string} asked @param {string[]} words */
function best(asked, words) {
    return words.reduce((most, word) => Math.max(most, likeness(asked, word)), 0);
}
