@NullMarked
package vn.caunoi.api.consult;

import org.jspecify.annotations.NullMarked;
