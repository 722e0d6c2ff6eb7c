@NullMarked
package vn.caunoi.api.webhook;

import org.jspecify.annotations.NullMarked;
