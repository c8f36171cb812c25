/** How the pages of every service look: layout, fields, refusals, and how days are written. */
package disclosure.edge.look;
