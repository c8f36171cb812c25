/** Who of the office handles an application, and what is noted of it. */
package disclosure.requests.handling;
