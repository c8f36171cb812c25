/** The least that a service of this kind can do: what the register's figures are compared with. */
package disclosure.floor;
