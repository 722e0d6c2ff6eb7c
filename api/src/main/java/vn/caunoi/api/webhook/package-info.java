/** Other programs are told of events over HTTP: signed CloudEvents to addresses that administrators register. */
@NullMarked
package vn.caunoi.api.webhook;

import org.jspecify.annotations.NullMarked;
