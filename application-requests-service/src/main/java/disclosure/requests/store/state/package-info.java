/** What follows from the steps of an application, as it is stored, told and published. */
package disclosure.requests.store.state;
