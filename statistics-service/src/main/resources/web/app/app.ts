import './look.css';
import './charts.css';
import './live-matrix';
