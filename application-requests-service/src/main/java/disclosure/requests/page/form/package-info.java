/** Forms of the register: what a field is called and how it is filled in, and its JSON. */
package disclosure.requests.page.form;
