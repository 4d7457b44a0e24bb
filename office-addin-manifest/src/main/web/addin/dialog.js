// @ts-check
/**
 * Shows the page sign-in.html, in Office's dialog or in a window of the browser, and waits for what it says.
 * @import { Dialog } from './session.js'
 */
import { Refusal } from './service.js';

/** By this channel the page speaks where there is no Office: a provider may have cut it off from the window that opened it. */
export const CHANNEL = 'mpm-sign-in';

/** Office's own codes, as its documentation lists them. */
const CLOSED = 12006;
const ONE_IS_OPEN = 12007;
const BLOCKED = 12011;

/** @type {Dialog} */
export function officeDialog(address) {
    return new Promise((resolve, reject) => {
        Office.context.ui.displayDialogAsync(address, { height: 70, width: 35 }, ({ status, value: dialog, error }) => {
            if (status !== Office.AsyncResultStatus.Succeeded) {
                reject(new Refusal(sentenceFor(error.code)));
                return;
            }
            dialog.addEventHandler(Office.EventType.DialogMessageReceived, (said) => {
                dialog.close();
                if ('message' in said) resolve(said.message);
                else reject(new Refusal(sentenceFor(said.error)));
            });
            dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
                reject(new Refusal(sentenceFor('error' in event ? event.error : CLOSED)));
            });
        });
    });
}

/** @type {Dialog} */
export function windowDialog(address) {
    return new Promise((resolve, reject) => {
        const channel = new BroadcastChannel(CHANNEL);
        channel.onmessage = ({ data }) => {
            channel.close();
            resolve(data);
        };
        if (!globalThis.open(address, '_blank', 'popup,width=480,height=640')) {
            channel.close();
            reject(new Refusal(sentenceFor(BLOCKED)));
        }
    });
}

/** @param {number} code */
function sentenceFor(code) {
    switch (code) {
        case CLOSED:
            return 'You are not signed in: the window was closed before the end.';
        case ONE_IS_OPEN:
            return 'The window to sign in is already open. Finish there, or close it.';
        case BLOCKED:
            return 'The browser did not open the window to sign in. Allow pop-ups for MPM, then choose Sign in again.';
        default:
            return `The window to sign in could not be opened (${code}). Choose Sign in again.`;
    }
}
