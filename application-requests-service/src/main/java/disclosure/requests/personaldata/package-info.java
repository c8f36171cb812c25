/**
 * What identifies an applicant, and its encryption. Every value is sealed for the one cell it
 * stands in; the keys come from outside the database. A certified cryptographic module takes the
 * place of the built-in one by implementing {@link
 * disclosure.requests.personaldata.PersonalDataCipher}.
 */
package disclosure.requests.personaldata;
