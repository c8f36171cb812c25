/** Work that many bring one by one, and that is done for several of them together. */
package disclosure.requests.registration.group;
