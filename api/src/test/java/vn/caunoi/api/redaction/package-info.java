@NullMarked
package vn.caunoi.api.redaction;

import org.jspecify.annotations.NullMarked;
