/** 信息处理费 (国办函〔2020〕109号): tariffs by item and by page, in whole steps of the notice. */
package disclosure.requests.fee;
