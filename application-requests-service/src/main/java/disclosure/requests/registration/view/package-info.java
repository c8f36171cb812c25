/** How one application is shown to its organ. */
package disclosure.requests.registration.view;
