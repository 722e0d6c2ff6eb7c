@NullMarked
package vn.caunoi.api.notice;

import org.jspecify.annotations.NullMarked;
