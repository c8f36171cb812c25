/** For which organs a caller acts, by the directory. */
package disclosure.requests.security;
