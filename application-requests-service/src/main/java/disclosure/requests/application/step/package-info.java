/** 办理环节: the kinds of step, one class each, as they were reported; they decide nothing. */
package disclosure.requests.application.step;
