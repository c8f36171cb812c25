/** An application that one organ hands to another, with its trace on both sides. */
package disclosure.requests.transfer;
